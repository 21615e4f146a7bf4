import type { UnitMarker } from './marker.ts';
import type { Place } from './placed.ts';
import type { Node } from './tree.ts';

/** How a clause is named: `id` as reference tables write it, `address` as a person cites it. */
export interface Name {
  id: string;
  /** Parts of the address, outermost first. */
  address: string[];
  /** Parts that a khoản below is cited with; a khoản's own number stands for those above it. */
  outer?: Name;
  /** Whether what stands below is joined with a dot (`II.1`) or a space (`Mẫu 1 II`). */
  dotted?: boolean;
}

/** Above the outermost units: nothing is named. */
export const TOP: Name = { id: '', address: [] };

export function inside(above: Name, id: string, address: string): Name {
  return { id: above.id === '' ? id : `${above.id} ${id}`, address: [...above.address, address] };
}

/** The name of a numbered unit that stands in `above`; `container` is the document or template around it. */
export function unitName(marker: UnitMarker, above: Name, container: Name): Name {
  switch (marker.form) {
    case 'part':
      return /^[A-HĐ]$/.test(marker.name)
        ? inside(container, marker.name, `phần ${marker.name}`)
        : inside(container, `Phần ${marker.name}`, `Phần ${marker.name}`);
    case 'chapter':
      return inside(above, `Chương ${marker.name}`, `Chương ${marker.name}`);
    case 'section':
      return inside(above, `Mục ${marker.name}`, `Mục ${marker.name}`);
    case 'article': {
      // Điều are numbered through all chapters: the number alone is the name.
      const { id } = inside(container, `Điều ${marker.name}`, '');
      return { id, address: [...above.address, `Điều ${marker.name}`], dotted: true };
    }
    case 'roman':
      return { ...inside(above, marker.name, `mục ${marker.name}`), dotted: true };
    case 'number': {
      const outer = above.outer ?? above;
      return { ...below(outer, marker.name, `khoản ${marker.name}`), outer };
    }
    case 'letter':
      return below(above, marker.name, `điểm ${marker.name}`);
    case 'label':
      return { ...inside(above, marker.name, `phần ${marker.name}`) };
  }
}

function below(above: Name, id: string, address: string): Name {
  const joined = above.id === '' ? id : `${above.id}${above.dotted ? '.' : ' '}${id}`;
  return { id: joined, address: [...above.address, address], dotted: true };
}

/** The name of a bullet or paragraph in the unit `above`. */
export function placeName(place: Place, above: Name, nameOf: (node: Node) => Name): Name {
  switch (place.kind) {
    case 'paragraph':
      return inside(above, `đ${place.nth}`, `đoạn ${place.nth}`);
    case 'last paragraph':
      return inside(above, 'đ cuối', 'đoạn cuối');
    case 'bullet':
      return inside(above, `gđd ${place.nth}`, `gạch đầu dòng ${place.nth}`);
    case 'star':
      return inside(above, `* ${place.nth}`, `dấu sao ${place.nth}`);
    case 'plus':
      return inside(place.under ? nameOf(place.under) : above, `+ ${place.nth}`, `dấu cộng ${place.nth}`);
    case 'continuation':
      return inside(nameOf(place.of), `đ${place.nth}`, `đoạn ${place.nth}`);
  }
}
