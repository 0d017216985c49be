using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.Markdown.Linkify;

/// <summary>
/// Finds addresses in running text as linkify-it 2 does with its default options (schemes http, https, ftp, mailto and <c>//</c>, bare
/// domains and e-mail addresses), in time that grows with the length of the text.
/// </summary>
/// <remarks>
/// The original tries three regular expressions on what is left of the text after each link and keeps the leftmost match. Here each kind
/// remembers its next match, and is asked again only when the text before that match is used up. As there, what follows a link is
/// looked at as the beginning of a text.
/// </remarks>
internal ref struct LinkFinder
{
    private const string SeparatorsBeforeDomain = "$+<=>^`|\uFF5C";

    private static readonly string[] s_schemes = ["http:", "https:", "ftp:", "//", "mailto:"];

    private readonly ReadOnlySpan<char> _text;
    private PathScanner _paths;
    private int _from;

    // Where the last run of e-mail name characters began and ended: « mailto:mailto:… » is one run, to be read once.
    private int _nameStart;
    private int _nameEnd;
    private Candidate _scheme;
    private Candidate _domain;
    private Candidate _email;

    /// <summary>Prepares for one text.</summary>
    public LinkFinder(ReadOnlySpan<char> text)
    {
        _text = text;
        _paths = new PathScanner(text);
        _from = 0;
        _scheme = _domain = _email = new Candidate(-1, -1);
    }

    /// <summary>The next link.</summary>
    public bool TryNext(out FoundLink link)
    {
        Refresh(ref _scheme, FoundLinkKind.Scheme);
        Refresh(ref _domain, FoundLinkKind.Domain);
        Refresh(ref _email, FoundLinkKind.Email);
        var (best, kind) = (_scheme, FoundLinkKind.Scheme);
        if (_domain.Start < best.Start)
        {
            (best, kind) = (_domain, FoundLinkKind.Domain);
        }

        // An e-mail address may begin like a domain: name.fr@example.org. The longer one is meant.
        if (_email.Start < best.Start || (_email.Start == best.Start && _email.End > best.End && _email.Start < int.MaxValue))
        {
            (best, kind) = (_email, FoundLinkKind.Email);
        }

        link = new FoundLink(best.Start, best.End, kind);
        if (best.Start == int.MaxValue)
        {
            return false;
        }

        _from = best.End;
        return true;
    }

    private void Refresh(ref Candidate candidate, FoundLinkKind kind)
    {
        if (candidate.Start == int.MaxValue || (candidate.Start >= _from && candidate.Start >= 0))
        {
            return;
        }

        candidate = kind switch
        {
            FoundLinkKind.Scheme => NextScheme(),
            FoundLinkKind.Domain => NextDomain(),
            _ => NextEmail(),
        };
    }

    private Candidate NextScheme()
    {
        // The character before a scheme is part of the original's pattern, so right after a scheme that failed none can begin.
        var barred = -1;
        for (var i = _from; i < _text.Length; i++)
        {
            if (_text[i] is not ('h' or 'H' or 'f' or 'F' or 'm' or 'M' or '/')
                || i == barred
                || SchemeAt(i) is not { } scheme
                || (i > _from && !(_text[i - 1] != '_' && (LinkChars.IsSeparator(_text[i - 1]) || LinkChars.IsSpacePunctuationOrControl(_text[i - 1])))))
            {
                continue;
            }

            var end = AfterScheme(scheme, i + scheme.Length);
            if (end > 0)
            {
                return new Candidate(i, end);
            }

            // The original goes on after the scheme's name.
            barred = i + scheme.Length;
            i = barred - 1;
        }

        return Candidate.None;
    }

    private readonly string? SchemeAt(int index)
    {
        foreach (var scheme in s_schemes)
        {
            if (_text[index..].StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return scheme;
            }
        }

        return null;
    }

    private int AfterScheme(string scheme, int start) => scheme switch
    {
        "mailto:" => AfterMailto(start),
        "//" => AfterSlashes(start),
        _ => _text[start..].StartsWith("//") ? AfterHost(start + 2, bare: false) : -1,
    };

    // « :// » and « /// » are errors in another scheme's name, not addresses.
    private int AfterSlashes(int start) =>
        start - _from >= 3 && _text[start - 3] is ':' or '/' ? -1 : AfterHost(start, bare: true);

    private int AfterHost(int start, bool bare)
    {
        var host = HostScanner.SkipUser(_text, start);
        var end = AcceptHost(host, bare);
        end = end < 0 && host > start ? AcceptHost(start, bare) : end;
        return end < 0 ? -1 : _paths.Skip(end);
    }

    // Without a scheme a single label is no address, so that a comment « //test » stays one; only localhost is.
    private readonly int AcceptHost(int start, bool bare)
    {
        var end = HostScanner.Read(_text, start, out var labels, out var last);
        if (end < 0 || (bare && !IsBareHost(_text[start..end], labels, _text[last..end])))
        {
            return -1;
        }

        end = HostScanner.SkipPort(_text, end);
        return HostScanner.EndsHost(_text, end) ? end : -1;

        static bool IsBareHost(ReadOnlySpan<char> host, int labels, ReadOnlySpan<char> last) => labels > 1
            ? !last.Contains('-') || last.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)
            : host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
    }

    private int AfterMailto(int start)
    {
        if (start < _nameStart || start >= _nameEnd)
        {
            (_nameStart, _nameEnd) = (start, start);
            while (_nameEnd < _text.Length && LinkChars.IsEmailName(_text[_nameEnd]))
            {
                _nameEnd++;
            }
        }

        var at = _nameEnd;
        if (at == start || _text[start] == '"' || at >= _text.Length || _text[at] != '@')
        {
            return -1;
        }

        var end = HostScanner.Read(_text, at + 1, out _, out _);
        return end > 0 && HostScanner.EndsHost(_text, end) ? end : -1;
    }

    private Candidate NextDomain()
    {
        for (var i = _from; i < _text.Length; i++)
        {
            if (!MayBeginDomain(i))
            {
                continue;
            }

            var end = HostScanner.Read(_text, i, out var labels, out var last);
            if (end < 0)
            {
                continue;
            }

            var after = HostScanner.SkipPort(_text, end);
            if (labels > 1 && TopLevelDomains.Contains(_text[last..end]) && HostScanner.EndsHost(_text, after))
            {
                return new Candidate(i, _paths.Skip(after));
            }

            // Nothing can begin inside the name that was just read: its letters, dots and hyphens may not stand before a domain.
            i = end - 1;
        }

        return Candidate.None;
    }

    private readonly bool MayBeginDomain(int i)
    {
        if (SeparatorsBeforeDomain.Contains(_text[i], StringComparison.Ordinal) || !LinkChars.IsPseudoLetter(_text[i]))
        {
            return false;
        }

        if (i == _from)
        {
            return true;
        }

        var before = _text[i - 1];
        return before is not ('.' or ':' or '/' or '-' or '_' or '@')
            && (SeparatorsBeforeDomain.Contains(before, StringComparison.Ordinal) || LinkChars.IsSpacePunctuationOrControl(before));
    }

    private readonly Candidate NextEmail()
    {
        for (var at = IndexOfAt(_from); at >= 0; at = IndexOfAt(at + 1))
        {
            var end = AfterEmailHost(at + 1);
            var start = end < 0 ? -1 : EmailStart(at);
            if (start >= 0)
            {
                return new Candidate(start, end);
            }
        }

        return Candidate.None;
    }

    private readonly int IndexOfAt(int start)
    {
        var index = _text[start..].IndexOf('@');
        return index < 0 ? -1 : start + index;
    }

    private readonly int AfterEmailHost(int start)
    {
        var end = HostScanner.Read(_text, start, out var labels, out var last);
        if (end < 0 || !HostScanner.EndsHost(_text, end))
        {
            return -1;
        }

        var isName = labels > 1 && TopLevelDomains.Contains(_text[last..end]);
        return isName || (labels == 4 && System.Net.IPAddress.TryParse(_text[start..end], out _)) ? end : -1;
    }

    // The leftmost place in the run of name characters before @ where an address may begin.
    private readonly int EmailStart(int at)
    {
        var run = at;
        while (run > _from && LinkChars.IsEmailName(_text[run - 1]))
        {
            run--;
        }

        for (var i = run; i < at; i++)
        {
            if (_text[i] != '"' && (i == _from || LinkChars.IsSeparator(_text[i - 1]) || _text[i - 1] is '"' or '(' || LinkChars.IsSpaceOrControl(_text[i - 1])))
            {
                return i;
            }
        }

        return -1;
    }

    private readonly record struct Candidate(int Start, int End)
    {
        public static Candidate None { get; } = new(int.MaxValue, int.MaxValue);
    }
}
