using System.IO.Compression;
using System.Text;

namespace Infra.Capacity.Traces;

/// <summary>The text of a trace, which may be compressed with gzip.</summary>
internal static class TraceText
{
    private const byte GzipFirst = 0x1F;
    private const byte GzipSecond = 0x8B;
    private const int BufferBytes = 1 << 16;

    /// <summary>Reads what a stream has; a byte order mark decides the encoding, else it is UTF-8.</summary>
    public static StreamReader Of(Stream stream)
    {
        // What isn't UTF-8 becomes a replacement character, which tells the line that has it; an exception would only tell the block.
        var buffered = new BufferedStream(stream, BufferBytes);
        return new StreamReader(IsGzip(buffered, out var start) ? new GZipStream(start, CompressionMode.Decompress) : start, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, BufferBytes);
    }

    private static bool IsGzip(Stream stream, out Stream start)
    {
        var head = new byte[2];
        var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        start = new HeadedStream(head.AsMemory(0, count), stream);
        return count == head.Length && head[0] == GzipFirst && head[1] == GzipSecond;
    }
}
