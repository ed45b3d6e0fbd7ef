// What the program does to a page before it is printed. The file ends with one expression: a function of the
// folder of the site and of its public address, which may be empty.
((folder, address) => {
  const front = document.querySelector('.contents');

  // What stays off paper goes: some of it the style sheet knows by its links.
  for (const e of [...document.querySelectorAll('main p, main a')].filter((e) => getComputedStyle(e).display === 'none')) e.remove();

  // Links to other pages of the site lead to where it is published, or nowhere. Links within the page,
  // and the places that they lead to, get addresses of our own scheme, which the program resolves.
  const scheme = 'zhengce:';
  const target = (a) => decodeURIComponent(a.getAttribute('href').slice(scheme.length));
  const lead = (a, id) => a.setAttribute('href', scheme + encodeURIComponent(id));
  const within = [...document.querySelectorAll('a[href^="#"]')];
  const printed = within.filter((a) => a.getClientRects().length > 0);
  for (const a of within) lead(a, decodeURIComponent(a.getAttribute('href').slice(1)));
  const places = new Set(printed.map(target));
  for (const a of document.querySelectorAll('a[href]')) {
    const to = new URL(a.getAttribute('href'), document.baseURI).href; // a link in a drawing has no such property
    if (!to.startsWith('file:')) continue;
    if (address && to.startsWith(folder)) a.setAttribute('href', address + to.slice(folder.length));
    else a.removeAttribute('href');
  }
  const cut = document.title.lastIndexOf(' - ');
  if (cut > 0) document.title = document.title.slice(0, cut);

  dispatchEvent(new Event('beforeprint')); // titles break between their phrases

  for (const id of places) {
    const e = document.getElementById(id);
    const mark = document.createElement('a');
    mark.href = scheme + '@' + encodeURIComponent(id);
    mark.ariaHidden = 'true';
    mark.style = 'float: left; width: 1px; height: 1px; margin: 0 -1px -1px 0'; // of no size it would not be printed
    (e?.querySelector('.phrase') ?? e)?.prepend(mark); // lines with a float are not balanced
  }

  // missing returns the characters that no font has: they look like one that none can have.
  const missing = (characters) => {
    const size = 20, columns = 50;
    const canvas = document.createElement('canvas');
    canvas.width = size * columns;
    canvas.height = size * (Math.floor(characters.length / columns) + 1);
    const c = canvas.getContext('2d', { willReadFrequently: true });
    c.font = '16px ' + getComputedStyle(document.documentElement).fontFamily;
    c.textBaseline = 'top';
    const all = [String.fromCodePoint(0x10FFFD), ...characters];
    all.forEach((char, i) => c.fillText(char, (i % columns) * size + 1, Math.floor(i / columns) * size + 1));
    const data = new Uint32Array(c.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    const same = (i) => {
      const x = (i % columns) * size, y = Math.floor(i / columns) * size;
      for (let row = 0; row < size; row++) {
        for (let col = 0; col < size; col++) {
          if (data[(y + row) * canvas.width + x + col] !== data[row * canvas.width + col]) return false;
        }
      }
      return true;
    };
    return characters.filter((char, i) => same(i + 1));
  };

  const span = (name, ...content) => {
    const e = document.createElement('span');
    e.className = name;
    e.append(...content);
    return e;
  };

  const sketched = document.createElement('style');

  window.zhengce = {
    // number writes the page of each id into contents and indexes.
    number(pages) {
      for (const a of document.querySelectorAll('a[data-paged]')) {
        if (a.className !== 'numbered') a.append(span('text', ...a.childNodes), span('number-of-page'));
        a.className = 'numbered';
        a.lastChild.textContent = pages[target(a)] ?? '';
      }
      for (const li of document.querySelectorAll('[data-index] li')) {
        const [name, ...links] = li.querySelectorAll(':scope > a');
        li.places ??= links.map(target);
        const box = span('number-of-page');
        const at = (id) => pages[id] ?? 0;
        const numbers = new Set(li.places.map(at));
        const given = new Set();
        for (const id of li.places.toSorted((a, b) => at(a) - at(b))) {
          const n = at(id);
          if (!given.has(n) && !(numbers.has(n - 1) && numbers.has(n + 1))) {
            const far = numbers.has(n - 1) && numbers.has(n - 2); // 31—34, but 31、32
            if (given.size > 0) box.append(far ? '—' : '、');
            const a = document.createElement('a');
            lead(a, id);
            a.textContent = n;
            box.append(a);
          }
          given.add(n);
        }
        li.className = 'numbered';
        li.replaceChildren(name, box);
      }
    },
    // estimate writes numbers that are nearly right, so that contents and indexes have their length
    // when the pages are counted for the first time.
    estimate() {
      document.body.style.width = '156mm';
      const height = 225 * 96 / 25.4;
      const pages = {};
      let first = 1;
      for (const doc of document.querySelectorAll('.doc')) {
        const { top, bottom } = doc.getBoundingClientRect();
        for (const e of [doc, ...doc.querySelectorAll('[id]')]) {
          pages[e.id] = first + Math.floor((e.getBoundingClientRect().top - top) / height);
        }
        first += 2 * Math.ceil((bottom - top) / height / 2);
      }
      document.body.style.width = '';
      zhengce.number(pages);
    },
    // blank puts an empty page before each element named, and one behind the contents if the
    // front pages are odd in number.
    blank(ids, odd) {
      document.querySelectorAll('.blank, .blankfront').forEach((e) => e.remove());
      const empty = (name) => { const e = document.createElement('div'); e.className = name; return e; };
      for (const id of ids) document.getElementById(id).before(empty('blank'));
      if (odd) front.after(empty('blankfront'));
    },
    // sketch leaves of the page no more than the marks of places, until it is undone: enough to count
    // pages, in half the time.
    sketch(on) {
      sketched.textContent = on ? `body * { visibility: hidden !important; } a[href^="${scheme}@"] { visibility: visible !important; }` : '';
      document.head.append(sketched);
    },
  };

  // What the style sheet writes into the margins is on the paper, and not in the page.
  const margins = '—0123456789IVX〔〕网页文本打印件，以正式文件为准索引';
  const text = [...new Set(document.documentElement.textContent + document.title + margins)];
  return {
    text: text.join(''),
    missing: missing([...new Set(document.querySelector('main').textContent)].filter((c) => c.trim() && c > '\u007f')).join(''),
    sections: front ? [...document.querySelectorAll('.doc, [data-index]')].map((e) => e.id) : [],
    numbered: [...document.querySelectorAll('a[data-paged], [data-index] li > a:not(:first-child)')].map(target),
  };
})
