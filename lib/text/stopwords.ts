/** Words that carry no topic: dropped from queries, kept in documents. English, folded. */
export const STOPWORDS: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are aren't as at be because been before being both but by can can't cannot could
couldn't did didn't do does doesn't doing don't during each else etc few for from further get gets getting give go goes going got had has have
having he her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its just know let let's like lot may me might mine more most
must my need needs no nor not now of off ok on once only or other our ours out over own please pls put really same say see shall she should so some someone somebody
something such take tell than that that's the their them then there there's these they they're thing things this those through
to too up upon us use used using very want wanna was way we were what what's when where where's which while who whom why will with
would yes yet you you're your yours ur u whats hows im ive dont doesnt cant wont isnt`.split(/\s+/),
);
