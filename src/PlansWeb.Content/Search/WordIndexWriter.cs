using System.Runtime.InteropServices;
using System.Text;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>Reads the words of all pages, once, and sorts what it found into a <see cref="WordIndex"/>.</summary>
internal sealed class WordIndexWriter
{
    // What a word is worth by where it stands; any number of times in the body is worth less than 1. A word of a title must not be worth so much
    // that the page comes before one that has all words of the query in its text.
    private const float TitleWorth = 1.5f;
    private const float WholeTitleWorth = 1.5f;
    private const float HeadingWorth = 1.5f;
    private const float DescriptionWorth = 1;
    private const float SlugWorth = 1.5f;

    // Words of what many pages say in the same words (« Source et licence »): a page is not about them.
    private const float RepeatedWorth = 0.1f;

    // A heading on so many pages, or on one in twenty where that is more, is part of a template.
    private const int MostPagesOfAHeading = 5;

    // Okapi BM25's usual constants: how soon repetition stops counting, and how much a long page pays for its length.
    private const float Saturation = 1.2f;
    private const float LengthPenalty = 0.75f;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _displays = [];

    // Of each word, the page where it was met last, and its place among the entries of that page.
    private readonly List<(int Page, int Entry)> _lastEntries = [];

    // Page by page, as are the sequences: as one list of a large site they grow to hundreds of megabytes, and each step of its growth leaves as many to be collected.
    private readonly Entry[][] _entries;
    private readonly List<Entry> _pageEntries = [];
    private readonly int[][] _sequences;
    private readonly List<int> _sequence = [];
    private readonly float[] _lengths;
    private readonly int[] _titleLengths;
    private readonly ulong[] _titles;
    private readonly Dictionary<string, int> _headings = new(StringComparer.Ordinal);
    private readonly List<ulong> _headingKeys = [];
    private readonly int[] _headingStarts;
    private readonly RepeatedText _repeated;
    private readonly StringBuilder _text = new(16 * 1024);

    private WordIndexWriter(int pages)
    {
        _repeated = new RepeatedText(pages);
        _sequences = new int[pages][];
        _entries = new Entry[pages][];
        _headingStarts = new int[pages + 1];
        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = new float[pages];
        _titleLengths = new int[pages];
        _titles = new ulong[pages];
    }

    /// <summary>Reads the words of these pages; a page is known by its place in the list.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="textBeside">What is shown on a page beside the text of its file.</param>
    public static WordIndex Write(IReadOnlyList<ContentPage> pages, Func<ContentPage, PageBody?> textBeside)
    {
        var writer = new WordIndexWriter(pages.Count);
        foreach (var heading in pages.SelectMany(static page => page.Headings.Select(static heading => heading.Text).Distinct(StringComparer.Ordinal)))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(writer._headings, heading, out _)++;
        }

        // All texts are read twice: which passages are repeated must be known before a word is weighed.
        for (var page = 0; pages.Count >= RepeatedText.LeastPages && page < pages.Count; page++)
        {
            using var text = new PageText(pages[page].Body, writer._text);
            writer._repeated.Note(page, text.Span);
        }

        for (var page = 0; page < pages.Count; page++)
        {
            writer.Add(page, pages[page]);
            writer.Add(page, pages[page].Text.Value);
            if (textBeside(pages[page]) is { } beside)
            {
                writer.Add(page, beside);
            }

            writer.EndPage(page);
            writer._headingStarts[page + 1] = writer._headingKeys.Count;
        }

        return writer.Finish();
    }

    private void EndPage(int page)
    {
        (_sequences[page], _entries[page]) = ([.. _sequence], [.. _pageEntries]);
        _sequence.Clear();
        _pageEntries.Clear();
    }

    private void Add(int page, ContentPage content)
    {
        _titleLengths[page] = Math.Max(1, Add(page, content.Title, PageFields.Title));
        _titles[page] = WordIndex.TitleKey(content.Title);
        _sequence.Add(WordIndex.EndOfText);
        Add(page, content.Description, PageFields.Description);
        _sequence.Add(WordIndex.EndOfText);
        Add(page, content.FileSlug, PageFields.Slug);
    }

    private void Add(int page, PageBody body)
    {
        foreach (var heading in body.Headings)
        {
            // What many pages have (« Sources ») tells none of them apart: its words count as those of the body, where they stand too.
            if (_headings.GetValueOrDefault(heading.Text) < Math.Max(MostPagesOfAHeading, _lengths.Length / 20))
            {
                Add(page, heading.Text, PageFields.Heading);
                _headingKeys.Add(WordIndex.TitleKey(heading.Text));
            }
        }

        using var text = new PageText(body.Html, _text);
        for (var at = 0; at < text.Span.Length;)
        {
            var piece = RepeatedText.Next(text.Span, ref at);
            var worth = _repeated.IsRepeated(piece) ? RepeatedWorth : 1;
            _lengths[page] += worth * Add(page, piece, PageFields.None, worth);
            if (piece[^1] == '\n')
            {
                _sequence.Add(WordIndex.EndOfText);
            }
        }

        _sequence.Add(WordIndex.EndOfText);
    }

    private int Add(int page, ReadOnlySpan<char> text, PageFields field, float times = 0)
    {
        var count = 0;
        var reader = new WordReader(text);
        while (reader.Read())
        {
            // Stop words are there for queries that are made of them alone; they make no page longer.
            var word = Add(page, reader.Word, text[reader.Start..reader.End], field, times);
            count += StopWords.Contains(reader.Word) ? 0 : 1;

            // The headings stand in the body too, and an address is no text.
            if (!reader.IsCompound && field is not (PageFields.Heading or PageFields.Slug))
            {
                _sequence.Add(word);
            }
        }

        return count;
    }

    private int Add(int page, ReadOnlySpan<char> word, ReadOnlySpan<char> written, PageFields field, float times)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, word, out var isKnown);
        if (!isKnown)
        {
            id = _displays.Count;
            _displays.Add(written.ToString());
            _lastEntries.Add((-1, -1));
        }
        else if (word.Length != written.Length || !word.SequenceEqual(written))
        {
            Improve(id, written);
        }

        var last = _lastEntries[id];
        if (last.Page != page)
        {
            last = _lastEntries[id] = (page, _pageEntries.Count);
            _pageEntries.Add(new Entry { Word = id });
        }

        ref var entry = ref CollectionsMarshal.AsSpan(_pageEntries)[last.Entry];
        entry.Fields |= field;
        entry.Times += times;
        return id;
    }

    // « Ecologie » in a title may come before « écologie »: suggestions show the form with its accents.
    private void Improve(int id, ReadOnlySpan<char> written)
    {
        if (Ascii.IsValid(_displays[id]) && !Ascii.IsValid(written) && written.Length <= WordReader.LongestWord)
        {
            _displays[id] = written.ToString();
        }
    }

    private WordIndex Finish()
    {
        var words = new string[_ids.Count];
        foreach (var (word, id) in _ids)
        {
            words[id] = word;
        }

        // From the order in which words were met to that of the alphabet: words that begin alike then stand side by side.
        var order = new int[words.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(words, order, StringComparer.Ordinal);
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        foreach (var sequence in _sequences)
        {
            foreach (ref var word in sequence.AsSpan())
            {
                word = word < 0 ? word : places[word];
            }
        }

        return new WordIndex(
            _lengths.Length, words, [.. order.Select(id => _displays[id].ToLowerInvariant())], Postings(places), _titles, ([.. _headingKeys], _headingStarts), TitleWords(places), _sequences);
    }

    private bool[] TitleWords(int[] places)
    {
        var words = new bool[places.Length];
        foreach (var entries in _entries)
        {
            foreach (ref readonly var entry in entries.AsSpan())
            {
                words[places[entry.Word]] |= (entry.Fields & (PageFields.Title | PageFields.Heading)) != 0;
            }
        }

        return words;
    }

    private Postings Postings(int[] places)
    {
        var starts = new int[places.Length + 1];
        foreach (var entries in _entries)
        {
            foreach (ref readonly var entry in entries.AsSpan())
            {
                starts[places[entry.Word] + 1]++;
            }
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var next = starts.AsSpan(0, places.Length).ToArray();
        var pages = new int[starts[^1]];
        var worths = new float[starts[^1]];

        // The median: a few very long pages would make all others short, and a list of everything as good as a page about one thing.
        var usual = MathF.Max(1, _lengths.Order().ElementAtOrDefault(_lengths.Length / 2));
        for (var page = 0; page < _entries.Length; page++)
        {
            foreach (ref readonly var entry in _entries[page].AsSpan())
            {
                var at = next[places[entry.Word]]++;
                pages[at] = page;
                worths[at] = Worth(page, entry, usual);
            }
        }

        return new Postings(starts, pages, worths);
    }

    private float Worth(int page, in Entry entry, float usualLength)
    {
        var worth = entry.Times / (entry.Times + (Saturation * (1 - LengthPenalty + (LengthPenalty * _lengths[page] / usualLength))));
        if (entry.Fields.HasFlag(PageFields.Title))
        {
            // A title of one word is about that word; a long one is about other things too.
            worth += TitleWorth + (WholeTitleWorth / _titleLengths[page]);
        }

        // A long text has many headings, and is about none of them as much as a short one.
        worth += entry.Fields.HasFlag(PageFields.Heading) ? HeadingWorth * MathF.Min(1, usualLength / MathF.Max(1, _lengths[page])) : 0;
        worth += entry.Fields.HasFlag(PageFields.Slug) ? SlugWorth : 0;
        return worth + (entry.Fields.HasFlag(PageFields.Description) ? DescriptionWorth : 0);
    }

    /// <summary>A word in a page.</summary>
    private struct Entry
    {
        public int Word;
        public float Times;
        public PageFields Fields;
    }
}
