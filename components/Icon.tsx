import { iconOf } from "./icons.ts";

/** A drawing from `static/icons.svg`, in the colour of the text around it, by its name or a card's id. */
export function Icon({ name }: { name: string }) {
  return (
    <svg class="icon" width="24" height="24" aria-hidden="true">
      <use href={`/icons.svg#${iconOf(name)}`} />
    </svg>
  );
}
