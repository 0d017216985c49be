using System.Buffers.Binary;
using System.IO.Compression;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Images made in code: a picture that is whole, and headers of the formats that are only measured.</summary>
public static class TestImages
{
    /// <summary>A picture like a photograph: soft colours and some noise. From about 100 × 100 on it has more than 10 kB.</summary>
    public static byte[] Png(int width, int height, int seed = 1)
    {
        var random = new Random(seed);
        var rows = new byte[height * ((width * 3) + 1)];
        var at = 0;
        for (var y = 0; y < height; y++)
        {
            // Each row begins with its filter: none.
            at++;
            for (var x = 0; x < width; x++)
            {
                rows[at++] = (byte)((x * 200 / width) + random.Next(16));
                rows[at++] = (byte)((y * 200 / height) + random.Next(16));
                rows[at++] = (byte)(100 + random.Next(16));
            }
        }

        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return [.. PngStart(width, height), .. Chunk("IDAT", compressed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>The first bytes of a PNG.</summary>
    public static byte[] PngStart(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. Chunk("IHDR", header)];
    }

    /// <summary>A chunk of a PNG.</summary>
    public static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc(named));
        return [.. length, .. named, .. checksum];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
