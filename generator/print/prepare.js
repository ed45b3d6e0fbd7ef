// What the program does to a page before it is printed. The file ends with one expression: a function of the
// folder of the site and of its public address, which may be empty.
((folder, address) => {
  const front = document.querySelector('.contents');

  // What stays off paper goes: some of it the style sheet knows by its links.
  for (const e of [...document.querySelectorAll('main p, main a')].filter((e) => getComputedStyle(e).display === 'none')) e.remove();

  // Links to other pages of the site lead to where it is published, or nowhere.
  for (const a of document.querySelectorAll('a[href]')) {
    const to = new URL(a.getAttribute('href'), document.baseURI).href; // a link in a drawing has no such property
    if (a.getAttribute('href').startsWith('#') || !to.startsWith('file:')) continue;
    if (address && to.startsWith(folder)) a.setAttribute('href', address + to.slice(folder.length));
    else a.removeAttribute('href');
  }
  const cut = document.title.lastIndexOf(' - ');
  if (cut > 0) document.title = document.title.slice(0, cut);

  // phrases lets a title break between its words only, and where its phrases fit the line, between
  // these: behind 关于, 的, a mark, and before a name in brackets.
  const phrases = (title, room) => {
    for (const node of [...title.childNodes]) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      let parts = node.data.split(/(?<=关于|的|[、，：；》）])|(?=[《（])/);
      if (parts.some((p) => p.length > room)) {
        parts = [];
        for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(node.data)) {
          const held = /^[、，：；。》）”’]/.test(segment) || /[《（“‘]$/.test(parts.at(-1) ?? '');
          if (held && parts.length > 0) parts.push(parts.pop() + segment);
          else parts.push(segment);
        }
      }
      node.replaceWith(...parts.map((p) => {
        const span = document.createElement('span');
        span.className = 'phrase';
        span.textContent = p;
        return span;
      }));
    }
  };
  document.querySelectorAll('h1, h2.title').forEach((e) => phrases(e, 20));
  document.querySelectorAll('.contents a').forEach((e) => phrases(e, 26));

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

  const numberSpan = (text) => {
    const span = document.createElement('span');
    span.className = 'number-of-page';
    span.textContent = text;
    return span;
  };
  const dots = () => {
    const span = document.createElement('span');
    span.className = 'dots';
    return span;
  };

  window.zhengce = {
    // number writes the page of each id into contents and indexes.
    number(pages) {
      for (const a of document.querySelectorAll('a[data-paged]')) {
        if (!a.querySelector('.dots')) {
          const text = document.createElement('span');
          text.className = 'text';
          text.append(...a.childNodes);
          a.append(dots(), text, numberSpan('')); // drawn in this order: the text on the dots
        }
        a.lastChild.textContent = pages[a.hash.slice(1)] ?? '';
      }
      for (const li of document.querySelectorAll('[data-index] li')) {
        const [name, ...links] = li.querySelectorAll('a');
        li.places ??= links.map((a) => a.hash.slice(1));
        const box = document.createElement('span');
        box.className = 'pages number-of-page';
        const at = (id) => pages[id] ?? 0;
        const numbers = new Set(li.places.map(at));
        const given = new Set();
        for (const id of li.places.toSorted((a, b) => at(a) - at(b))) {
          const n = at(id);
          const a = document.createElement('a');
          a.href = '#' + id; // one without text keeps the place known
          if (!given.has(n) && !(numbers.has(n - 1) && numbers.has(n + 1))) {
            const far = numbers.has(n - 1) && numbers.has(n - 2); // 31—34, but 31、32
            if (given.size > 0) box.append(far ? '—' : '、');
            a.textContent = n;
          }
          given.add(n);
          box.append(a);
        }
        li.className = 'numbered';
        li.replaceChildren(dots(), name, box);
      }
    },
    // estimate writes numbers that are nearly right, so that contents and indexes have their length
    // when the pages are counted for the first time.
    estimate() {
      document.body.style.width = '156mm';
      const pages = {};
      for (const e of document.querySelectorAll('.doc[id], .doc [id]')) {
        pages[e.id] = 1 + Math.floor((e.getBoundingClientRect().top + scrollY) * 25.4 / 96 / 225);
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
  };

  // What the style sheet writes into the margins is on the paper, and not in the page.
  const margins = '—0123456789IVX〔〕网页文本打印件，以正式文件为准索引';
  const text = [...new Set(document.documentElement.textContent + document.title + margins)];
  return {
    text: text.join(''),
    missing: missing([...new Set(document.querySelector('main').textContent)].filter((c) => c.trim() && c > '\u007f')).join(''),
    sections: front ? [...document.querySelectorAll('.doc, [data-index]')].map((e) => e.id) : [],
  };
})
