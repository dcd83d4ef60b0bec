(function () {
  var root = document.documentElement;
  var scheme = 'auto';
  try {
    scheme = window.localStorage.getItem('autofatture.scheme') || 'auto';
    root.lang = window.localStorage.getItem('autofatture.locale') || 'it';
  } catch {
    /* Storage may be refused: the defaults stand. */
  }
  if (scheme === 'auto') {
    scheme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.setAttribute('data-mantine-color-scheme', scheme);
})();
