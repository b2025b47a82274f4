/* Leeswijzer: what goes with a title, on its page in the OPAC. */
(() => {
  const SERVICE = 'https://leeswijzer.example.org';
  const LIBRARY = 'klein';

  const detail = document.getElementById('catalogue_detail_biblio');
  if (document.body.id !== 'opac-detail' || !detail) return;
  const ofOlderKoha = detail.querySelector('.unapi-id')?.title.split(':').pop();
  const id = detail.dataset.biblionumber || ofOlderKoha;
  if (!id) return;

  const widget = document.createElement('readers-also-borrowed');
  widget.setAttribute('title-id', id);
  widget.setAttribute('library', LIBRARY);
  widget.setAttribute('href', '/cgi-bin/koha/opac-detail.pl?biblionumber={id}');
  (document.getElementById('bibliodescriptions') || detail).after(widget);

  const script = document.createElement('script');
  script.src = `${SERVICE}/widget/v1/readers-also-borrowed.js`;
  document.head.append(script);
})();
