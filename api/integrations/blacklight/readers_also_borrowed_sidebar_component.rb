# frozen_string_literal: true

# Blacklight's own sidebar of a document, and below it what its readers also borrowed.
class ReadersAlsoBorrowedSidebarComponent < Blacklight::Component
  SERVICE = 'https://leeswijzer.example.org'
  LIBRARY = 'klein'

  # @param [Blacklight::DocumentPresenter] presenter
  def initialize(presenter:)
    super()
    @presenter = presenter
  end

  # Where documents of this catalogue are; the widget puts in the id.
  def href
    "#{helpers.search_catalog_path}/{id}"
  end

  def title_id
    @presenter.document.id
  end
end
