using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Html;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Content.Plans;

/// <summary>Reads the register once per snapshot, and gives it its pages.</summary>
internal sealed class RegisterBuilder : IPageMaker
{
    private const string Folder = "registre";

    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Reading 39,000 rows takes some hundred milliseconds, which no edit of a page should wait for: where what it was made of is the same, so is
    // the register. A preview, which may be built at the same time, has hidden pages of its own; the next load reads the register again then.
    private volatile Reading? _last;

    /// <inheritdoc/>
    public object Build(SiteContent content, ICollection<Diagnostic> problems)
    {
        var folders = content.Sources.Where(static source => source.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            .GroupBy(static source => source.Path[..source.Path.LastIndexOf('/')]).OrderBy(static folder => folder.Key, StringComparer.Ordinal);
        var register = Register.None;
        foreach (var folder in folders)
        {
            var above = folder.Key[..Math.Max(0, folder.Key.Length - Folder.Length - 1)];
            var section = SectionOf(content.Pages, above);
            if (section is null && SectionOf(content.Hidden, above) is null)
            {
                problems.Add(new Diagnostic(DiagnosticRules.RegisterFile, folder.First().Path, 0, 0, "Ce registre n’est à côté d’aucune page\u00A0: rien n’en est montré.",
                    "Mettez le dossier «\u00A0registre\u00A0» dans le dossier d’une rubrique qui a sa page index.md."));
            }
            else if (section is not null && register.Section is not null)
            {
                problems.Add(new Diagnostic(DiagnosticRules.RegisterFile, folder.First().Path, 0, 0, "Le site a déjà un registre\u00A0: celui-ci n’est pas lu.",
                    $"Réunissez les lignes dans le dossier de {register.Section.SourcePath}."));
            }
            else if (section is not null)
            {
                register = Read(Inputs.Of(section, [.. folder], content), problems);
            }
        }

        return register;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ContentPage> PagesOf(object part) => ((Register)part).Made;

    /// <inheritdoc/>
    public PageBody? TextBeside(ContentPage page, object part) =>
        part is not Register register || register.PageAt(page.Url) is not var (kind, administration) ? null
        : administration is not null ? register.Made.Contains(page) ? null : Digest(register, administration)
        : kind == RegisterPage.Indicators ? Titles(register.Indicators) : null;

    private static ContentPage? SectionOf(IReadOnlyList<ContentPage> pages, string folder)
    {
        var name = folder[(folder.LastIndexOf('/') + 1)..];
        var prefix = folder.Length == 0 ? "" : folder + "/";
        return pages.FirstOrDefault(page => page.SourcePath == prefix + "index.md")
            ?? pages.FirstOrDefault(page => folder.Length > 0 && (page.SourcePath == $"{folder}/{name}.md" || page.SourcePath == folder + ".md"));
    }

    private Register Read(Inputs inputs, ICollection<Diagnostic> problems)
    {
        if (_last is not { } reading || !reading.Inputs.AreSame(inputs))
        {
            var found = new List<Diagnostic>();
            _last = reading = new Reading(inputs, ReadFiles(inputs, found), found);
        }

        foreach (var problem in reading.Problems)
        {
            problems.Add(problem);
        }

        return reading.Register;
    }

    private static Register ReadFiles(Inputs inputs, List<Diagnostic> problems)
    {
        // What is wrong with the files is said in French, whoever's request this runs in.
        using var editors = InterfaceLanguage.Enter("fr");
        var (section, files, names) = (inputs.Section, inputs.Files, inputs.Names);
        var sectionUrl = section.Url.EndsWith('/') ? section.Url : section.Url + "/";
        var all = RegisterNames.Administrations(section, names, problems);
        var hiddenUrls = inputs.Hidden.Select(static page => page.Url).ToHashSet(StringComparer.Ordinal);
        var hidden = all.Where(administration => hiddenUrls.Contains($"{sectionUrl}administrations/{administration.Key}/")).Select(static administration => administration.Key).ToHashSet(StringComparer.Ordinal);
        var themes = RegisterNames.Themes(section);
        var themesByKey = new Dictionary<string, Theme>(StringComparer.Ordinal);
        foreach (var theme in themes)
        {
            themesByKey.TryAdd(theme.Key, theme);
            themesByKey.TryAdd(Names.Key(theme.Name), theme);
        }

        var hiddenPlans = PlanKeys(inputs.Hidden);
        var rows = new RegisterRows(new RegisterContext
        {
            Administrations = all.ToDictionary(static administration => administration.Key, StringComparer.Ordinal),
            HiddenAdministrations = hidden,
            Themes = themesByKey,
            Plans = PlanKeys(inputs.Plans),
            HiddenPlans = hiddenPlans,
        });
        foreach (var file in files.Where(static file => RegisterRows.KindOf(file.Path) is null))
        {
            problems.Add(new Diagnostic(DiagnosticRules.RegisterFile, file.Path, 0, 0, "Ce fichier n’est pas un fichier du registre\u00A0: il n’est pas lu.",
                $"Son nom commence par l’un de ces mots\u00A0: {string.Join(", ", RegisterRows.Columns.Keys)}."));
        }

        // Each kind in the order in which the others name it.
        foreach (var kind in RegisterRows.Columns.Keys)
        {
            foreach (var file in files.Where(file => RegisterRows.KindOf(file.Path) == kind))
            {
                Action<SourceFile, ICollection<Diagnostic>> read = kind switch
                {
                    "sources" => rows.ReadSources,
                    "documents" => rows.ReadPapers,
                    "actions" => rows.ReadActions,
                    "releves" => rows.ReadReadings,
                    _ => rows.ReadIndicators,
                };
                read(file, problems);
            }
        }

        Administration[] shown = [.. all.Where(administration => !hidden.Contains(administration.Key))];
        var register = new Register(section, shown, themes, rows.Actions(all), rows.Papers, rows.Indicators, rows.SourceTitles)
        {
            Written = problems.Any(static problem => problem.Rule == DiagnosticRules.RegisterFile && RegisterRows.KindOf(problem.File) == "actions") ? null : rows.Written,
        };
        CheckNames(register, names, problems);
        return register.WithPages(Pages(register, inputs));
    }

    private static HashSet<string> PlanKeys(IEnumerable<ContentPage> pages) =>
        pages.Where(static page => page.Layout == Plan.Layout).SelectMany(static page => new[] { Names.Key(page.FileSlug), Names.Key(page.Title) }).ToHashSet(StringComparer.Ordinal);

    // What a document of 2022 says, it says of the administration of 2022: it must have had a name then.
    private static void CheckNames(Register register, SourceFile[] files, List<Diagnostic> problems)
    {
        foreach (var administration in register.Administrations)
        {
            var dates = register.ActionsOf(administration).SelectMany(static action => action.Readings).Select(static reading => reading.Date)
                .Concat(register.PapersOf(administration).Select(static paper => paper.Date).OfType<RegisterDate>());
            if (dates.Where(date => !administration.HasNameAt(date)).Order().Take(1).ToArray() is [var first])
            {
                problems.Add(RegisterNames.ProblemOf(files, administration,
                    $"Le registre parle de {French.Quoted(administration.Key)} au {RegisterTexts.Date(first)}, mais son premier nom est plus récent\u00A0: c’est lui qui est montré.",
                    "Ajoutez le nom d’alors, avec «\u00A0depuis\u00A0»."));
            }
        }
    }

    // Pages that the content has itself stay: they are shown with what the register knows.
    private static List<ContentPage> Pages(Register register, Inputs inputs)
    {
        using var readers = InterfaceLanguage.Enter(register.Section!.Lang);
        var taken = inputs.Taken.Concat(inputs.Hidden.Select(static page => page.Url)).ToHashSet(StringComparer.Ordinal);
        var pages = new List<ContentPage>();
        var section = register.Section!;
        var parent = section.Navigation?.Key;
        var actions = parent is null ? null : parent + "-actions";
        var order = 100.0;
        foreach (var kind in Enum.GetValues<RegisterPage>().Where(static kind => kind != RegisterPage.Administration))
        {
            var (title, menu, description) = RegisterTexts.RegisterPageTexts(kind);
            Add(register.UrlOf(kind), title, description, parent is null ? null : new NavigationEntry(kind == RegisterPage.Actions ? actions : null, parent, menu, order++, null, 0), PageBody.None);
        }

        foreach (var administration in register.Administrations)
        {
            Add(register.UrlOf(administration), administration.Name, RegisterTexts.AdministrationDescription(administration),
                actions is null ? null : new NavigationEntry(null, actions, administration.Short, order++, null, 0),
                new OnDemand<PageBody>(() => Digest(register, administration)));
        }

        return pages;

        void Add(string url, string title, string description, NavigationEntry? navigation, OnDemand<PageBody> text)
        {
            if (taken.Contains(url))
            {
                return;
            }

            var page = new ContentPage
            {
                // Where its text would stand.
                SourcePath = $"{section.SourcePath[..(section.SourcePath.LastIndexOf('/') + 1)]}{url[register.SectionUrl.Length..].TrimEnd('/')}.md",
                Url = url,
                Href = Address.Encode(url),
                FileSlug = url.TrimEnd('/')[(url.TrimEnd('/').LastIndexOf('/') + 1)..],
                Title = title,
                Description = description,
                Updated = register.News.Count > 0 ? register.News[0].Reading.Date.Start : null,
                Layout = section.Layout,
                Lang = section.Lang,
                Navigation = navigation,
                IsListed = section.IsListed,
                Publication = section.Publication,
                AllowsSummary = true,
                Text = text,
                Data = new Dictionary<string, object?>(),
            };
            pages.Add(section.NoIndex ? page.Unlisted() : page);
        }
    }

    private static PageBody Titles(IReadOnlyList<Indicator> indicators) => PageBody.Of(
        string.Concat(indicators.Select(static indicator => $"<h3>{Encode(indicator.Title)}</h3>\n")), [.. indicators.Select(static indicator => new Heading(3, indicator.Id, indicator.Title))]).Value;

    // An administration's page in plain HTML: for the search, for feeds and for the section as one document.
    private static PageBody Digest(Register register, Administration administration)
    {
        using var readers = InterfaceLanguage.Enter(register.Section!.Lang);
        var html = new StringBuilder();
        var headings = new List<Heading>();
        foreach (var action in register.ActionsOf(administration))
        {
            headings.Add(new Heading(2, action.Id, action.Title));
            html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{action.Id}\">{Encode(action.Title)}</h2>\n<p>{Encode(RegisterTexts.ActionLine(action))} ");
            var source = (action.Latest ?? (action.Readings.Count > 0 ? action.Readings[^1] : null))?.Source ?? action.Source;
            html.Append(CultureInfo.InvariantCulture, $"{Encode(RegisterTexts.SourceLabel)}{Link(register, source)}.</p>\n");
        }

        var papers = register.PapersOf(administration).ToArray();
        if (papers.Length > 0)
        {
            html.Append("<ul>\n");
            foreach (var paper in papers)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li>{Encode(Formats.Quoted(paper.Title))}, {Encode(RegisterTexts.Of(paper.IsThere ? "DocumentThere" : "DocumentNotThere"))}. {Encode(RegisterTexts.SourceLabel)}{Link(register, paper.Source)}.</li>\n");
            }

            html.Append("</ul>\n");
        }

        return new PageBody(new RenderedHtml(html.ToString()), headings, PackedText.Empty);
    }

    private static string Link(Register register, Source source)
    {
        var text = Encode(register.TitleOf(source) + (source.Page.Length > 0 ? ", " + source.Page : ""));
        return source.Href is { } href ? $"<a href=\"{Encode(href)}\">{text}</a>" : text;
    }

    private static string Encode(string text) => s_encoder.Encode(text);

    private sealed record Reading(Inputs Inputs, Register Register, IReadOnlyList<Diagnostic> Problems);

    // All that a register is made of; the pages and the files of two loads are the same objects where nothing changed.
    private sealed record Inputs(
        ContentPage Section, SourceFile[] Files, SourceFile[] Names, IReadOnlyList<ContentPage> Hidden, ContentPage[] Plans, string[] Taken)
    {
        public static Inputs Of(ContentPage section, SourceFile[] files, SiteContent content) => new(
            section,
            files,
            [.. content.Sources.Where(static source => source.Path.StartsWith(ContentFolder.DataFolder + "/", StringComparison.Ordinal))],
            content.Hidden,
            [.. content.Pages.Where(static page => page.Layout == Plan.Layout)],
            [.. content.Pages.Select(static page => page.Url).Where(url => url.StartsWith(section.Url, StringComparison.Ordinal))]);

        public bool AreSame(Inputs other) =>
            Section == other.Section && Files.SequenceEqual(other.Files) && Names.SequenceEqual(other.Names) && Hidden.SequenceEqual(other.Hidden)
            && Plans.SequenceEqual(other.Plans) && Taken.SequenceEqual(other.Taken);
    }
}
