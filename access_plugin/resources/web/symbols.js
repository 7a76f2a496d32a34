"use strict";
// One shape for each kind of site, so that colour is never all that tells them apart. The same as on the printed maps; no cross of any kind.
const SYMBOLS = {
  su: '<rect x="3" y="3" width="18" height="18" fill="#1b2a49" stroke="#fff" stroke-width="1.5"/><path d="M9 7v10M15 7v10M9 12h6" stroke="#fff" stroke-width="2" fill="none"/>',
  amu: '<rect x="3" y="3" width="18" height="18" fill="#fff" stroke="#1b2a49" stroke-width="2.5"/><path d="M9 7v10M15 7v10M9 12h6" stroke="#1b2a49" stroke-width="2" fill="none"/>',
  smur: '<path d="M12 2.500 22 21H2Z" fill="#ffd54a" stroke="#1b2a49" stroke-width="2.200" stroke-linejoin="round"/>',
  antenna: '<path d="M12 2.500 22 21H2Z" fill="#fff" stroke="#1b2a49" stroke-width="2.200" stroke-linejoin="round"/>',
  mcs: '<circle cx="12" cy="12" r="8" fill="#00695c" stroke="#fff" stroke-width="1.500"/>',
  csnp: '<path d="M12 2 22 12 12 22 2 12Z" fill="#7b3294" stroke="#fff" stroke-width="1.500"/>',
  mountain: '<path d="M12 2 22 9.500 18.200 21H5.800L2 9.500Z" fill="#4e6b1f" stroke="#fff" stroke-width="1.500"/>',
  heli: '<circle cx="12" cy="12" r="8.500" fill="#fff" stroke="#1b2a49" stroke-width="2"/><path d="M5 12h14" stroke="#1b2a49" stroke-width="2.500"/>',
  su_ped: '<rect x="4" y="4" width="16" height="16" fill="#5c6b8a" stroke="#fff" stroke-width="1.5"/>',
  mmg: '<path d="M3 16A9 9 0 0 1 21 16Z" fill="#2f7096" stroke="#fff" stroke-width="1.500"/>',
  msp: '<path d="M8.500 4h7L20 8.500v7L15.500 20h-7L4 15.500v-7Z" fill="#2f7096" stroke="#fff" stroke-width="1.500"/>',
  cds: '<path d="M7.500 5h9L21 19H3Z" fill="#2f7096" stroke="#fff" stroke-width="1.500"/>',
  own: '<path d="M4 4h16v8.500a8 8 0 0 1-16 0Z" fill="#2f7096" stroke="#fff" stroke-width="1.500"/>',
  chosen: '<circle cx="12" cy="12" r="10" fill="#fff" stroke="#00695c" stroke-width="3"/>',
};
const drawn = (name, size) => `<svg viewBox="0 0 24 24" width="${size}" height="${size}" aria-hidden="true" focusable="false">${SYMBOLS[name]}</svg>`;
