using System.Text.RegularExpressions;
using static PlansWeb.Content.Diagnostics.DiagnosticRules;

namespace PlansWeb.Content.Markdown.Slips;

/// <summary>
/// The slips that are told by a pattern, in the order in which they are looked for: of two that would match the same text, the first counts.
/// </summary>
internal static class SlipPatterns
{
    private const SlipPlaces Paragraph = SlipPlaces.Paragraph;
    private const string Digits = "0123456789";
    private const string Unwritten = "« {0} » attend encore son texte.";
    private const string WriteIt = "Écrivez-le, ou supprimez ce passage.";

    // What stands for « 1. » in a typed list.
    private const string First = @"(?:\(?a\)|a\.|\(1\)|1 ?(?:°\)?|º|/|[-–—]))[ \u00a0\u202f]";
    private const string Number = @"(?:\(?[a-z]\)|[a-z]\.|\(\d{1,2}\)|\d{1,2} ?(?:°\)?|º|/|[-–—]))[ \u00a0\u202f]";
    private const string Sign = "[►▶➢➤➔→⇒✓✔✗✘☐☑☒◆❖★]";

    // An address, as far as its beginning or its ending tells; names of files may have parentheses: « Plan (1).pdf ».
    private const string Part = @"(?:[^()\n]|\([^()\n]*\))*";
    private const string Address = @"(?:(?:https?:|mailto:|tel:|www\.|/|\./|\.\./|\#)" + Part + "|" + Part + @"\.[a-z0-9]{2,5})";

    private static readonly Regex s_unclosedTitle = Compile(@"(?<image>!?)\[(?<label>[^\[\]\n]*)\]\((?<address>[^()\s""']+)\s+[""'][^""'()\n]*\)");
    private static readonly Regex s_spacedAddress = Compile(@"(?<image>!?)\[(?<label>[^\[\]\n]*)\]\((?=[^\n]*[ \u00a0\u202f])(?<address>\s*" + Address + @")\s*\)", RegexOptions.IgnoreCase);

    /// <summary>Those of links that are mended, with the groups <c>image</c>, <c>label</c> and <c>address</c>.</summary>
    public static IReadOnlyList<Regex> MendedLinks { get; } = [s_unclosedTitle, s_spacedAddress];

    /// <summary>The mark » for « &gt; »; it is none within a quotation of several paragraphs.</summary>
    public static Regex QuoteMark { get; } = Compile(@"^(?<!«[^»]*)»[ \u00a0\u202f]?(?=[\p{L}\p{N}«*_\uFFFB\uFFFC])");

    /// <summary>The call of a footnote.</summary>
    public static Regex NoteCall { get; } = Compile(@"\[\^([^\]\s]+)\]");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SlipPattern> All { get; } =
    [
        new(Encoding, Compile(@"Ã[\u0080-\u00BF‰‡ƒ„…†ˆŠ‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00BF™œ“”˜¦]|Â[«»°]"),
            "« {0} » est une lettre accentuée lue dans un autre encodage.", "Retapez le mot, ou collez de nouveau le texte depuis l’original.") { Needs = "ÃâÂ" },

        // Marks
        new(ForeignSyntax, Compile(@"^\#\p{L}[\p{L}\p{N}_-]*(?:[ ,]+\#\p{L}[\p{L}\p{N}_-]*)+$"),
            "« {0} » : les mots clés écrits dans le texte sont affichés tels quels.", "Écrivez-les dans l’en-tête : « tags: [un, deux] ».", Paragraph) { Starts = "#" },
        new(BadMark, Compile(@"^(\#{1,6})[\u00a0\u202f]"),
            "L’espace après « {1} » est insécable : ce n’est pas un titre, mais un texte qui commence par « {1} ».", "Effacez cette espace et tapez une espace ordinaire, sans la touche Option ou AltGr.", Paragraph) { Starts = "#" },
        new(BadMark, Compile(@"^([-+*]|\d{1,9}[.)])[\u00a0\u202f]"),
            "L’espace après « {1} » est insécable : ce n’est pas une liste, mais un texte qui commence par « {1} ».", "Effacez cette espace et tapez une espace ordinaire, sans la touche Option ou AltGr.", Paragraph) { Needs = "\u00a0\u202f" },
        new(BadMark, Compile(@"^(\#{2,6})(?=[\p{L}\p{N}«(*_""])|^(\#)(?=\p{Lu}[\p{Ll}’'’]+(?: |$))"),
            "Il manque une espace après « {0} » : ce n’est pas un titre, mais un texte.", "Écrivez une espace entre les dièses et le titre : « ## Titre ».", Paragraph) { Starts = "#" },
        new(BadMark, Compile(@"^1[.)](?=\p{L}[^\n.)]+)(?!\p{L}\.)|^\d{1,2}[.)]\p{L}[^\n]*\n\d{1,2}[.)]\p{L}"),
            "Il manque une espace après le numéro : ce n’est pas une liste, mais un texte.", "Écrivez une espace après chaque numéro : « 1. un ».", Paragraph) { Starts = Digits },
        new(BadMark, Compile(@"^([-+*])(?=[\p{L}\p{N}])[^\n]*\n\1[\p{L}\p{N}]"),
            "Il manque une espace après « {1} » : ce n’est pas une liste, mais un texte.", "Écrivez une espace après chaque tiret : « - un ».", Paragraph) { Starts = "-+*" },
        new(BadMark, Compile(@"^[•·▪◦●○■‣](?=[\s\u00a0\u202f\p{L}])"),
            "« {0} » n’ouvre pas une liste : il est affiché comme un texte, et un lecteur d’écran n’annonce pas de liste.", "Écrivez un tiret et une espace à la place : « - un point ».", Paragraph) { Starts = "•·▪◦●○■‣" },
        new(BadMark, Compile(@"^([–—])[ \u00a0\u202f][^\n]*\n\1[ \u00a0\u202f]"),
            "« {1} » n’ouvre pas une liste : il est affiché comme un texte, et un lecteur d’écran n’annonce pas de liste.", "Écrivez le tiret du clavier et une espace : « - un point ».", Paragraph) { Starts = "–—" },
        new(BadMark, Compile("^(" + Sign + @")[ \u00a0\u202f]?[^\n]*\n" + Sign),
            "« {1} » n’ouvre pas une liste : il est affiché comme un texte, et un lecteur d’écran n’annonce pas de liste.", "Écrivez un tiret et une espace à la place : « - un point ».", Paragraph) { Starts = "►▶➢➤➔→⇒✓✔✗✘☐☑☒◆❖★" },
        new(BadMark, Compile("^(" + First + @")\S[^\n]*\n" + Number),
            "« {1} » n’ouvre pas une liste : il est affiché comme un texte, et un lecteur d’écran n’annonce pas de liste.", "Écrivez un nombre, un point et une espace au début de chaque ligne : « 1. un point ».", Paragraph) { Starts = "(a1" },
        new(BadMark, Compile(@"(?<=\n)[-+*] \S[^\n]{0,60}|(?<=\n)\d{1,2}[.)] \S[^\n]*\n\d{1,2}[.)] "),
            "« {0} » ne commence pas une liste : la ligne continue le texte qui la précède.", "Laissez une ligne vide avant la liste, et écrivez ses signes au bord gauche, ou sous le texte du point qui la contient.", Paragraph) { Starts = "-+*" + Digits },
        new(BadMark, QuoteMark,
            "« » » n’ouvre pas une citation : il est affiché comme un texte.", "Écrivez « > » et une espace au début de chaque ligne citée ; entre guillemets, ouvrez-les par « « ».", Paragraph) { Starts = "»" },
        new(BadMark, Compile(@"^[-+*] \p{L}[^\n]{0,60}"),
            "« {0} » n’ouvre pas une liste dans une cellule : le signe est affiché.", "Séparez les points par « <br> », sans signe, ou écrivez « <ul><li>un</li><li>deux</li></ul> ».", SlipPlaces.Cell) { Starts = "-+*" },
        new(BadMark, Compile(@"(?<=[\p{L}\p{N}])__(?=[^\s_])[^_\n]{1,80}__|(?<!_)__(?=[^\s_])[^_\n]{1,80}__(?=\p{L})"),
            "Les tirets bas sont affichés tels quels : « {0} ».", "Pour du gras au milieu d’un mot, écrivez des astérisques : « mot**gras** ».") { Needs = "_" },
        new(BadMark, Compile(@"(?<=\S ?)\{[.\#][\w-]+[^}\n]*$"),
            "L’accolade de « {0} » n’est pas fermée : elle est affichée.", "Ajoutez « } » à la fin, ou retirez-la.") { Needs = "{" },
        new(BadMark, Compile(@"(?<=[\p{L}.,:;!?])\\[nrt](?=\s*\p{Lu}|\\)"),
            "« {0} » ne va pas à la ligne : il est affiché.", "Allez à la ligne avec la touche Entrée ; laissez une ligne vide pour un paragraphe.") { Needs = "\\" },
        new(BadMark, Compile(@"&(?:nbsp|eacute|egrave|agrave|ecirc|ccedil|ocirc|icirc|ugrave|oelig|amp|lt|gt|quot|euro|rsquo|laquo|raquo|deg|mdash|ndash|hellip)(?:;|(?![\w=]))"),
            "« {0} » est affiché tel quel.", "Écrivez le caractère lui-même ; s’il faut l’écrire ainsi, finissez par un point-virgule.") { Needs = "&" },
        new(BadMark, Compile(@"(?<![\d*])\*\*(?![\d*])[^\n*]{0,80}(?:\*\*)?|(?<=[^\d\s*])\*\*(?!\*)"),
            "Les astérisques sont affichés tels quels : « {0} ».", "Pour du gras, mettez deux astérisques de chaque côté, collés aux mots et sans ponctuation contre eux : « **important** ».") { Needs = "*" },
        new(BadMark, Compile(@"(?<![\p{L}\p{N}*])\*(?=[^\s*])[^*\n]{1,80}(?<=[^\s*])\*(?=\p{L})"),
            "Les astérisques sont affichés tels quels : « {0} ».", "Pour de l’italique, mettez un astérisque de chaque côté, collé aux mots et sans ponctuation contre lui : « *nuance* ».") { Needs = "*" },
        new(BadMark, Compile(@"~~[^\n~]{0,80}"),
            "Les tildes sont affichés tels quels : « {0} ».", "Pour barrer un texte, mettez deux tildes de chaque côté, collés aux mots : « ~~ancien~~ ».") { Needs = "~" },
        new(BadMark, Compile(@"(?<![\p{L}`])`(?=\S)[^\n`]{0,60}"),
            "L’accent grave « ` » est affiché tel quel : rien ne le ferme dans ce paragraphe.", "Mettez-en un de chaque côté du code, ou effacez-le.", SlipPlaces.Paragraph | SlipPlaces.Heading) { Needs = "`" },
        new(UnclosedComment, Compile(@"<!--[^\n]{0,80}"),
            "Le commentaire « <!-- » n’est pas fermé dans ce paragraphe : il est affiché aux lecteurs.", "Ajoutez « --> » à sa fin, sans ligne vide entre les deux.") { Needs = "<" },

        new(UnclosedComment, Compile(@"<!(?:-(?!-)|[–—]|\s*--?)[^\n]{0,80}"),
            "« {0} » n’ouvre pas un commentaire : il est affiché aux lecteurs.", "Écrivez « <!-- », avec deux tirets du clavier, et « --> » à la fin.") { Needs = "<" },
        new(Placeholder, Compile(@"\b[Ll]orem ipsum\b"),
            Unwritten, WriteIt),
        new(Placeholder, Compile(@"\b(?:TODO|FIXME|TBD)\b|\bXXX+\b|[\[(](?:à|a) (?:compléter|completer|relire|vérifier|remplir)[\])]|\bÀ (?:COMPLÉTER|RELIRE|VÉRIFIER|REMPLIR)\b"),
            Unwritten, WriteIt) { Needs = "TFX[(À" },

        new(ForeignSyntax, Compile(@"^//[ \u00a0][^\n]*"),
            "« {0} » n’est pas un commentaire ici : les lecteurs le voient.", "Écrivez « <!-- … --> », ou effacez-le.", Paragraph) { Starts = "/" },
        new(ForeignSyntax, Compile(@"^===[!+]? ?""[^\n]*"),
            "« {0} » vient d’un autre logiciel : il n’y a pas d’onglets ici.", "Écrivez un volet par onglet : « ??? Titre », le texte, puis « ??? » seul sur sa ligne.", Paragraph) { Starts = "=" },
        new(ForeignSyntax, Compile(@"^\?\?(?!\?)[ \u00a0]?\p{L}[^\n]*|^\?\?$"),
            "« {0} » n’ouvre pas un volet : il faut trois points d’interrogation.", "Écrivez « ??? Une question », le texte, puis « ??? » seul sur sa ligne.", Paragraph) { Starts = "?" },
        new(ForeignSyntax, Compile(@"^\[{1,2}_{0,2}(?:toc|sommaire)_{0,2}\]{1,2}$|^\{:toc\}|^\$\{toc\}|^\[\[TableOfContents\]\]", RegexOptions.IgnoreCase),
            "« {0} » ne fait rien ici : il est affiché tel quel.", "Retirez cette ligne : le site fait lui-même le sommaire d’après les titres.", Paragraph) { Starts = "[{$" },
        new(ForeignSyntax, Compile(@"!\[\[([^\[\]\n|]+)(?:\|[^\[\]\n]*)?\]\]"),
            "« {0} » vient d’un autre logiciel : l’image n’est pas affichée.", "Écrivez « ![ce qu’elle montre](/img/nom.png) », avec l’adresse de l’image sur le site.") { Needs = "[" },
        new(ForeignSyntax, Compile(@"\[\[([^\[\]\n|]+)(?:\|[^\[\]\n]*)?\]\]"),
            "« {0} » vient d’un autre logiciel : il n’y a pas de lien.", "Écrivez « [le texte du lien](/adresse/) », avec l’adresse de la page sur le site.") { Needs = "[" },
        new(ForeignSyntax, Compile(@"^!!!\+? *([\p{L}]+)[^\n]*"),
            "« {0} » vient d’un autre logiciel : ce n’est pas un encadré ici.", "Écrivez « :::info Titre », le texte, puis « ::: » seul sur sa ligne ; « warning », « error » et « success » changent la couleur.", Paragraph) { Starts = "!" },
        new(ForeignSyntax, Compile(@"^::?(?!:) ?(?:info|note|warning|error|success|tip|danger|attention|callout|quote|highlight|caution|important|details|alert)\b[^\n]*", RegexOptions.IgnoreCase),
            "« {0} » n’ouvre pas un bloc : il faut trois deux-points.", "Écrivez « :::info Titre », le texte, puis « ::: » seul sur sa ligne.", Paragraph) { Starts = ":" },
        new(ForeignSyntax, Compile(@"^\[!([\p{L}]+)\][-+]?"),
            "« {0} » ne fait pas d’encadré ici : il est affiché tel quel.", "Écrivez « :::info Titre », le texte, puis « ::: » seul sur sa ligne ; « warning », « error » et « success » changent la couleur.", Paragraph) { Starts = "[" },
        new(ForeignSyntax, Compile(@"@\uFFFB|@\[[\p{L}]+\]\([^)\n]*\)"),
            "« @[…](…) » vient d’un autre logiciel : la vidéo n’est pas montrée, « @ » est affiché devant un lien.", "Écrivez un lien vers la vidéo, suivi de sa transcription : « [Voir la vidéo : son titre](https://…) ».") { Needs = "@" },
        new(ForeignSyntax, Compile(@"==(?=[^\s=])[^=\n]{0,120}(?<=\S)=="),
            "« {0} » ne surligne rien ici : les signes « == » sont affichés.", "Écrivez « <mark>…</mark> », ou « **…** » pour du gras.") { Needs = "=" },
        new(ForeignSyntax, Compile(@"(?<![~\s])~(?=[^\s~])([^\s~]{1,12})(?<!\s)~(?!~)"),
            "« {0} » ne met rien en indice ici : les tildes sont affichés.", "Écrivez « <sub>{1}</sub> ».") { Needs = "~" },
        new(ForeignSyntax, Compile(@"(?<![\s^\[])\^(?=[^\s^\]])([^\s^\]]{1,12})\^"),
            "« {0} » ne met rien en exposant ici : les accents circonflexes sont affichés.", "Écrivez « <sup>{1}</sup> ».") { Needs = "^" },
        new(ForeignSyntax, Compile(@"\+\+(?=[^\s+])[^+\n]{1,80}(?<=\S)\+\+"),
            "« {0} » ne souligne rien ici : les signes « ++ » sont affichés.", "Écrivez « **…** » pour du gras ; un texte souligné passerait pour un lien.") { Needs = "+" },
        new(ForeignSyntax, Compile(@"^\[[ xX]\] [^\n]{0,40}"),
            "« {0} » ne fait pas de case à cocher ici : les crochets sont affichés.", "Écrivez « fait : » ou « à faire : » au début du point.", Paragraph) { Starts = "[" },
        new(ForeignSyntax, Compile(@"\[\^([^\]\s]+)\]:"),
            "La note « {0} » est affichée telle quelle : les notes de bas de page n’existent pas ici.", "Mettez le texte de la note entre parenthèses dans la phrase, ou dans une partie « Notes » à la fin.") { Needs = "[" },
        new(BadLink, NoteCall,
            "L’appel de note « {0} » n’a pas de note : il est affiché tel quel.", "Ajoutez une ligne « [^{1}]: le texte de la note », seule dans son paragraphe, ou retirez l’appel.") { Needs = "[" },
        new(ForeignSyntax, Compile(@"\{: ?[.#][^}\n]+\}"),
            "« {0} » vient d’un autre logiciel : il est affiché tel quel.", "Écrivez les accolades sans deux-points : « {.classe} ».") { Needs = "{" },
        new(ForeignSyntax, Compile(@"\[(b|i|u|s|url|img|quote|code|color|size|list|center|video|gallery|caption|embed)(?:[= ][^\]\n]*)?\](?![(\[])", RegexOptions.IgnoreCase),
            "« {0} » vient d’un autre logiciel : il est affiché tel quel.", "Écrivez en Markdown : « **gras** », « _italique_ », « [texte](adresse) », « ![texte](image) ».") { Needs = "[" },
        new(ForeignSyntax, Compile(@"(?<!')'{2,5}(?=\p{L})[^'\n]{1,80}'{2,5}"),
            "« {0} » vient d’un wiki : les apostrophes sont affichées.", "Écrivez « **gras** » ou « _italique_ ».") { Needs = "'" },
        new(ForeignSyntax, Compile(@"^(={2,6}) [^=\n]+ \1 *$"),
            "« {0} » vient d’un wiki : ce n’est pas un titre.", "Écrivez le titre avec des dièses : « ## Titre ».", Paragraph) { Starts = "=" },
        new(ForeignSyntax, Compile(@"^h([1-6])\. [^\n]{0,60}"),
            "« {0} » vient d’un autre logiciel : ce n’est pas un titre.", "Écrivez le titre avec des dièses : « ## Titre ».", Paragraph) { Starts = "h" },
        new(ForeignSyntax, Compile(@"%%[^%\n]{1,120}%%"),
            "« {0} » n’est pas un commentaire ici : les lecteurs le voient.", "Écrivez « <!-- … --> », ou effacez-le.") { Needs = "%" },
        new(ForeignSyntax, Compile(@"\$\$[^$\n]{1,120}\$\$"),
            "« {0} » n’est pas une formule ici : elle est affichée telle quelle.", "Écrivez la formule en texte, ou en image avec son texte de remplacement.") { Needs = "$" },
        new(ForeignSyntax, Compile(@"(?<![\p{L}\p{N}:]):(?:smile|warning|heart|rocket|tada|star|fire|check|x|info|bulb|point_right|arrow_right|white_check_mark|heavy_check_mark|exclamation|memo|[a-z]+_[a-z_]+):(?![\p{L}\p{N}:])"),
            "« {0} » ne fait pas de dessin ici : il est affiché tel quel.", "Retirez-le, ou dites-le avec des mots.") { Needs = ":" },
        new(ForeignSyntax, Compile(@"^:[ \t]{1,2}(?=\S)(?<=\n:[ \t]{1,2})[^\n]{0,40}"),
            "« {0} » n’est pas une définition : il faut trois espaces après le deux-points.", "Écrivez le terme sur une ligne et, sur la suivante, « :   sa définition ».", Paragraph) { Starts = ":" },
        new(ForeignSyntax, Compile(@"^\\(?:newpage|pagebreak|tableofcontents)\b"),
            "« {0} » ne fait rien ici : il est affiché tel quel.", "Retirez cette ligne.", Paragraph) { Starts = "\\" },

        // Links
        new(BadLink, s_unclosedTitle,
            "Le titre de « {0} » n’est pas fermé par un guillemet.", "Ajoutez le guillemet avant la parenthèse, ou retirez le titre.") { Needs = "[" },
        new(BadLink, s_spacedAddress,
            "L’adresse de « {0} » contient une espace.", "Écrivez « %20 » à la place de l’espace, ou renommez le fichier sans espace ; un numéro de téléphone s’écrit sans espaces.") { Needs = "[" },
        new(BadLink, Compile(@"\[[^\[\]\n]+\]\((?:https?:|mailto:|/|\.\.?/)[^()\s]*(?![^()\s]|\))"),
            "La parenthèse de « {0} » n’est pas fermée : il n’y a pas de lien.", "Ajoutez « ) » à la fin de l’adresse.") { Needs = "[" },
        new(BadLink, Compile(@"\[[^\[\]\n]+\][ \u00a0\u202f]+\((?:https?:|mailto:|tel:|www\.|/|\./|\.\./|\#)[^()\s]*\)"),
            "Une espace sépare les crochets des parenthèses dans « {0} » : il n’y a pas de lien.", "Collez les parenthèses aux crochets : « [texte](adresse) ».") { Needs = "[" },
        new(BadLink, Compile(@"\([^()\n]+\)\[(?:https?:|mailto:|tel:|www\.|/|\./|\.\./|\#)[^\[\]\s]*\]"),
            "Les crochets et les parenthèses sont à l’envers dans « {0} » : il n’y a pas de lien.", "Écrivez le texte entre crochets, puis l’adresse entre parenthèses : « [texte](adresse) ».") { Needs = "[" },
        new(BadLink, Compile(@"\[(?!\^)[^\[\]\n]{3,}\]\[[^\[\]\n]*\]|\[[^\[\]\n]+\]\[[^\[\]\n]{3,}\]"),
            "« {0} » renvoie à une adresse qui n’est écrite nulle part : il n’y a pas de lien.", "Écrivez « [texte](adresse) », ou ajoutez une ligne « [nom]: adresse ».") { Needs = "[" },
        new(BadLink, Compile(@"\[[^\[\]\n]+\]\{(?:https?:|mailto:|/)[^{}\s]*\}|\{[^{}\n]+\}\((?:https?:|mailto:|/)[^()\s]*\)"),
            "« {0} » n’est pas un lien.", "Écrivez le texte entre crochets, puis l’adresse entre parenthèses : « [texte](adresse) ».") { Needs = "[{" },

        // Tables
        new(BadTable, Compile(@"^\|?[^|\n]*\|[^\n]*\n(?=[^\n]*[-—–])\|?[ \t:]*[-—–]+[ \t:]*(?:\|[ \t:—–-]*)*$"),
            "Ce n’est pas un tableau, mais un texte avec des barres : la ligne de tirets n’a pas autant de colonnes que l’en-tête, ou n’est pas faite de tirets du clavier.",
            "Écrivez sous l’en-tête une ligne de tirets avec autant de colonnes : « | --- | --- | » pour deux.", Paragraph) { Needs = "|" },
        new(BadTable, Compile(@"^ *\|[^\n]*\|[^\n]*\| *\n *\|[^\n]*\|[^\n]*\| *$"),
            "Ce n’est pas un tableau, mais un texte avec des barres : il manque la ligne de tirets.",
            "Écrivez sous la première ligne une ligne de tirets avec autant de colonnes : « | --- | --- | » pour deux.", Paragraph) { Needs = "|" },
        new(BadTable, Compile(@"^[^|\n]*[^|\n\s]\t+[^\t\n][^\n]*\n[^|\n]*[^|\n\s]\t+[^\t\n][^\n]*$"),
            "Ces lignes viennent d’un tableur : les colonnes y sont séparées par des tabulations, et le lecteur voit un texte sans colonnes.",
            "Écrivez un tableau : « | A | B | », une ligne « | --- | --- | », puis « | 1 | 2 | ».", Paragraph) { Needs = "\t" },
    ];

    private static Regex Compile(string pattern, RegexOptions options = RegexOptions.None) =>
        new(pattern, options | RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
