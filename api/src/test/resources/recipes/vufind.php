<?php

/*
 * Prints what VuFind shows of its recipe, without VuFind: this is what the recipe may count on, and no more.
 *
 * Usage: php vufind.php FOLDER SETTING RECORD_ID, where FOLDER has the recipe's two files.
 */

namespace VuFind\Related {
    interface RelatedInterface
    {
        public function init($settings, $driver);
    }
}

namespace {
    set_error_handler(fn ($level, $message, $file, $line) => throw new ErrorException($message, 0, $level, $file, $line));

    /** A record without an ISBN; it has no other methods than these. */
    class Driver
    {
        public function __construct(private string $id)
        {
        }

        public function getUniqueID()
        {
            return $this->id;
        }

        public function tryMethod($method, $params = [])
        {
            return is_callable([$this, $method]) ? $this->$method(...$params) : null;
        }
    }

    /** What $this is in a template: the variable it is given, and the helpers of a catalogue at /vufind/. */
    class Renderer
    {
        public function __construct(public object $related)
        {
        }

        public function render(string $template): void
        {
            include $template;
        }

        public function url(string $route): string
        {
            return ['home' => '/vufind/'][$route];
        }

        /* As strict as Laminas: a reference for whatever is not a letter, a digit or one of four marks. */
        public function escapeHtmlAttr(string $value): string
        {
            return preg_replace_callback(
                '/[^a-z0-9,._-]/iu',
                fn ($found) => sprintf('&#x%X;', unpack('N', iconv('UTF-8', 'UCS-4BE', $found[0]))[1]),
                $value
            );
        }
    }

    [, $folder, $setting, $id] = $argv;
    require "$folder/ReadersAlsoBorrowed.php";
    $related = new Leeswijzer\Related\ReadersAlsoBorrowed();
    $related->init($setting, new Driver($id));
    (new Renderer($related))->render("$folder/ReadersAlsoBorrowed.phtml");
}
