/** The cairn: four stacked stones. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect x="3" y="22.6" width="26" height="7" rx="3.5" transform="rotate(-1.5 16 26)" />
      <rect x="5.4" y="15" width="18.6" height="6.4" rx="3.2" transform="rotate(3 15 18)" />
      <rect x="9.6" y="8.4" width="14" height="5.6" rx="2.8" transform="rotate(-6 16.6 11)" />
      <rect x="11" y="2.4" width="8.4" height="4.8" rx="2.4" transform="rotate(7 15 5)" />
    </svg>
  );
}
