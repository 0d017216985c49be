using PlansWeb.Content.Site;

namespace PlansWeb.Images;

/// <summary>Makes a smaller version of an image.</summary>
/// <param name="image">The bytes of the image.</param>
/// <param name="variant">Its width and format.</param>
/// <returns>The bytes of the smaller version.</returns>
/// <exception cref="Exception">Any: the bytes are no image, or the library is not there.</exception>
internal delegate byte[] ConvertImage(byte[] image, ImageVariant variant);
