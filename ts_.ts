import { openEmbedder, openPacks } from "./lib/wire.ts"; import { Library } from "./lib/corpus/library.ts"; import { retrieve } from "./lib/retrieve/retrieve.ts";
const e=await openEmbedder(); const lib=new Library(openPacks({builtin:false,packs:["/tmp/w/trail-sense.cairn"]},e),e);
const rows=Deno.readTextFileSync("tests/suites/trail-sense.jsonl").trim().split("\n").map(l=>JSON.parse(l)).filter(r=>r.expect==="answer");
for(const mode of ["lexical","dense","hybrid","full"] as const){ let n=0,ok=0,any3=0,fact=0; const bad:string[]=[];
for(const r of rows){ const {hits}=await retrieve(lib,e,r.question,{mode}); n++; const want=new Set([`${r.document}#${r.section}`,...(r.also??[])].map(s=>s.toLowerCase()));
 const key=(h:any)=>{const d=lib.document(h.chunk.documentId)!; const before=d.blocks.filter(b=>b.kind==="heading"&&b.end<=h.chunk.start).at(-1); return `${h.chunk.documentId.split("/").slice(1).join("/")}#${before?d.text.slice(before.start,before.end):""}`.toLowerCase()};
 const tx=(h:any)=>lib.document(h.chunk.documentId)!.text.slice(h.chunk.start,h.chunk.end);
 const k=hits.slice(0,3).map(key); if(want.has(k[0]!)){ok++; } else if(mode==="full") bad.push(`${r.question} | want ${[...want][0]} | got ${k[0]}`); if(k.some(x=>want.has(x)))any3++; if(r.must.every((m:string)=>new RegExp(m,"i").test(tx(hits[0]).replaceAll("*","")))) fact++; }
console.log(mode,"section first",ok,n,"in 3",any3,"fact in first passage",fact); if(mode==="full") console.log(bad.join("\n")); }
