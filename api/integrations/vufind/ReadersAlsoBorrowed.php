<?php

namespace Leeswijzer\Related;

use VuFind\Related\RelatedInterface;

/**
 * Related records: what readers of a record also borrowed. The browser asks for it, so this only says for what.
 */
class ReadersAlsoBorrowed implements RelatedInterface
{
    protected string $library = '';

    protected string $titleId = '';

    protected string $isbn = '';

    /**
     * @param string                            $settings Code of the library, behind the colon in config.ini
     * @param \VuFind\RecordDriver\AbstractBase $driver   Record that is looked at
     *
     * @return void
     */
    public function init($settings, $driver)
    {
        $this->library = (string)$settings;
        $this->titleId = (string)$driver->getUniqueID();
        $this->isbn = (string)$driver->tryMethod('getCleanISBN');
    }

    public function getLibrary(): string
    {
        return $this->library;
    }

    public function getTitleId(): string
    {
        return $this->titleId;
    }

    public function getIsbn(): string
    {
        return $this->isbn;
    }
}
