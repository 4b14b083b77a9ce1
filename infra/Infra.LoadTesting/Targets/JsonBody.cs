using System.Buffers;
using System.Text.Json;

namespace Infra.LoadTesting.Targets;

/// <summary>Reads JSON to its end and keeps none of it: an answer of any length takes as much memory as its longest value.</summary>
internal static class JsonBody
{
    private const int FirstBytes = 16 * 1024;

    private static readonly byte[] _mark = [0xEF, 0xBB, 0xBF];

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="AnswerTooLongException">One of its values is too long.</exception>
    public static async Task ReadAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
        try
        {
            var state = default(JsonReaderState);
            var kept = await body.ReadAtLeastAsync(buffer, _mark.Length, throwOnEndOfStream: false, cancellation);
            if (buffer.AsSpan(0, kept).StartsWith(_mark))
            {
                kept -= _mark.Length;
                buffer.AsSpan(_mark.Length, kept).CopyTo(buffer);
            }
            for (var count = -1; count != 0;)
            {
                if (kept == buffer.Length)
                {
                    buffer = Larger(buffer);
                }
                count = await body.ReadAsync(buffer.AsMemory(kept), cancellation);
                var read = Read(buffer.AsSpan(0, kept + count), isLast: count == 0, ref state);
                kept = kept + count - read;
                buffer.AsSpan(read, kept).CopyTo(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Read(ReadOnlySpan<byte> json, bool isLast, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(json, isLast, state);
        while (reader.Read())
        {
            // Whether it can be read is all that counts.
        }
        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private static byte[] Larger(byte[] buffer)
    {
        if (buffer.Length >= LoadClient.MostKeptBytes)
        {
            throw new AnswerTooLongException();
        }
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
