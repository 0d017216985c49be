using PlansWeb.Store;

namespace PlansWeb.Loading.Data;

/// <summary>A data file, read.</summary>
/// <param name="Data">Its data; an empty map when the file is empty, as in Eleventy, or when nothing of it can be read.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record DataFile(DataNode Data, IReadOnlyList<Problem> Problems);
