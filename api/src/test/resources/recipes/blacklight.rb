# frozen_string_literal: true

# Prints what Blacklight shows of its recipe, without Blacklight and Rails: this is what the recipe may count on, and no more.
#
# Usage: ruby blacklight.rb FOLDER DOCUMENT_ID, where FOLDER has the recipe's two files.

require 'erb'

SolrDocument = Struct.new(:id)
Presenter = Struct.new(:document)

# The helpers of a catalogue that keeps the reader's language in its addresses.
module Helpers
  def self.solr_document_path(id)
    "/catalog/#{ERB::Util.url_encode(id)}?locale=nl"
  end
end

module Blacklight
  # What a component may call, in its class and in its template.
  class Component
    def helpers
      Helpers
    end

    def render(component)
      component.call
    end

    # A nonce is only written where there is one, which is where the catalogue's policy asks for it.
    def javascript_include_tag(source, async:, nonce:)
      content_tag 'script', '', src: source, async: async
    end

    def content_tag(name, content, attributes)
      written = attributes.map { |attribute, value| %(#{attribute}="#{ERB::Util.html_escape(value)}") }
      "<#{name} #{written.join(' ')}>#{ERB::Util.html_escape(content)}</#{name}>"
    end
  end

  module Document
    SidebarComponent = Struct.new(:presenter, keyword_init: true) do
      def call
        "<p>Tools of #{ERB::Util.html_escape(presenter.document.id)}</p>"
      end
    end
  end
end

folder, id = ARGV
component = File.join(folder, 'readers_also_borrowed_sidebar_component')
require "#{component}.rb"
template = ERB.new(File.read("#{component}.html.erb"))
puts template.result(ReadersAlsoBorrowedSidebarComponent.new(presenter: Presenter.new(SolrDocument.new(id))).instance_eval { binding })
