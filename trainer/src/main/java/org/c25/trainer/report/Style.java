package org.c25.trainer.report;

/** How the page looks: by day, by night, on a narrow screen and on paper. */
final class Style {

    static final String SHEET = """
            :root { color-scheme: light dark; --ink: #1b2733; --soft: #5a6773; --paper: #fff; --rule: #c3ccd4; --loud: #a60000;
              --c0: #14487a; --c1: #b35900; --c2: #2a7f3f; --c3: #8a2a7f; --c4: #00747c; --c5: #8a6d00; --c6: #b3364b; --c7: #666; }
            @media screen and (prefers-color-scheme: dark) { :root { --ink: #e4e9ee; --soft: #a2afba; --paper: #14191e;
              --rule: #46525d; --loud: #ff9b8f; --c0: #7db8f0; --c1: #f0a860; --c2: #7fce93; --c3: #dd9ad4; --c4: #67cdd5;
              --c5: #d9bd55; --c6: #f08c9d; --c7: #aaa; } }
            * { box-sizing: border-box; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 66rem; margin: 0 auto; padding: 1rem; color: var(--ink);
              background: var(--paper); overflow-wrap: break-word; }
            h1 { font-size: 1.6rem; line-height: 1.25; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--rule); }
            p, li { max-width: 46rem; } li { margin: .3rem 0; } .first { font-size: 1.1rem; }
            .loud { color: var(--loud); font-weight: bold; } .wide { overflow-x: auto; margin: 1rem 0; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; }
            th, td { padding: .25rem .6rem; text-align: right; vertical-align: top; }
            td { white-space: nowrap; } td.loud { white-space: normal; min-width: 11rem; text-align: left; }
            th:first-child { text-align: left; font-weight: normal; min-width: 9rem; padding-left: 0; }
            thead th { border-bottom: 1px solid var(--rule); vertical-align: bottom; }
            tbody tr + tr > * { border-top: 1px solid color-mix(in srgb, var(--rule) 45%, transparent); }
            figure { display: inline-block; vertical-align: top; margin: .5rem 1.5rem 1rem 0; max-width: 100%; break-inside: avoid; }
            figcaption { font-size: .85rem; max-width: 26rem; color: var(--soft); } svg { max-width: 100%; height: auto; }
            .maps figure { margin: 0 1rem 1rem 0; } .maps figcaption { max-width: 10rem; line-height: 1.3; }
            .legend { list-style: none; padding: 0; margin: .5rem 0; font-size: .9rem; } .legend li { margin: 0; }
            svg text { font: 11px system-ui, sans-serif; fill: var(--ink); } svg text.on { fill: var(--paper); }
            .cell { fill: var(--c0); } .frame { fill: none; stroke: var(--rule); }
            .axis { stroke: var(--soft); } .grid { stroke: var(--rule); stroke-width: .5; }
            .broken { stroke: var(--soft); stroke-dasharray: 4 3; } .none { stroke: var(--rule); }
            .seed { fill: none; stroke-width: .8; stroke-opacity: .55; } .mean { fill: none; stroke-width: 2.2; }
            .span { stroke-width: 1.2; } .dot { fill-opacity: .8; } .many { fill-opacity: .4; }
            .c0 { stroke: var(--c0); } .c1 { stroke: var(--c1); } .c2 { stroke: var(--c2); } .c3 { stroke: var(--c3); }
            .c4 { stroke: var(--c4); } .c5 { stroke: var(--c5); } .c6 { stroke: var(--c6); } .c7 { stroke: var(--c7); }
            circle { stroke: none !important; } circle.ring { fill: none; stroke: var(--loud) !important; stroke-width: 1.6; } circle.c0 { fill: var(--c0); } circle.c1 { fill: var(--c1); }
            circle.c2 { fill: var(--c2); } circle.c3 { fill: var(--c3); } circle.c4 { fill: var(--c4); }
            circle.c5 { fill: var(--c5); } circle.c6 { fill: var(--c6); } circle.c7 { fill: var(--c7); }
            @media (max-width: 30rem) { body { padding: .75rem; } h1 { font-size: 1.35rem; } figure { margin-right: 0; }
              .maps figure { margin-right: .6rem; } ul { padding-left: 1.2rem; } }
            @media print { body { max-width: none; font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
              .wide { overflow: visible; } table { font-size: 8pt; }
              td, td.loud { white-space: normal; min-width: 0; } th:first-child { min-width: 6rem; } th, td { padding: .15rem .4rem; } tr { break-inside: avoid; } h2, h3 { break-after: avoid; } }
            """;

    private Style() {}
}
