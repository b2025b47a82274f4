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
    helpers.solr_document_path('{id}').sub('%7Bid%7D', '{id}')
  end

  def title_id
    @presenter.document.id
  end
end
