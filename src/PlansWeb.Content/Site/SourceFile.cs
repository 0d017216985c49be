using PlansWeb.Content.Files;

namespace PlansWeb.Content.Site;

/// <summary>A text file of the content, as it was read: a page's, or one of the register, which the room of the plans reads.</summary>
/// <param name="entry">The file as it was listed when it was read.</param>
/// <param name="bytes">Its bytes, which take half the memory of the text that they are; of a page without the images that were pasted into it.</param>
/// <param name="hash">SHA-256 of the bytes on disk.</param>
internal sealed class SourceFile(FolderEntry entry, byte[] bytes, byte[] hash)
{
    private byte[] _bytes = bytes;

    /// <summary>The file as it was listed.</summary>
    public FolderEntry Entry => entry;

    /// <summary>Path below the content folder, with <c>/</c>.</summary>
    public string Path => entry.Path;

    /// <summary>SHA-256 of the bytes on disk.</summary>
    public byte[] Hash => hash;

    /// <summary>The whole text, decoded (UTF-8, UTF-16 or Windows-1252), without byte order mark; a new string each time. Problems quote its lines.</summary>
    public string Text() => TextDecoder.Decode(_bytes).Text;

    /// <summary>Lets go of the bytes: nobody needs the text any more.</summary>
    public void Release() => _bytes = [];
}
