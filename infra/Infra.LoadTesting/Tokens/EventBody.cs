using Infra.LoadTesting.Targets;

namespace Infra.LoadTesting.Tokens;

/// <summary>A body of server-sent events none of which may be too long: who reads them keeps each until it ends.</summary>
internal sealed class EventBody(Stream body) : Stream
{
    private int _length;
    private bool _isLineEmpty = true;

    /// <summary>Whether there was anything in it at all.</summary>
    public bool HasBytes { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Measured(buffer.AsSpan(offset, body.Read(buffer, offset, count)));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        return Measured(buffer.Span[..count]);
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // An event ends with an empty line.
    private int Measured(ReadOnlySpan<byte> bytes)
    {
        HasBytes |= !bytes.IsEmpty;
        foreach (var one in bytes)
        {
            if (one == '\n')
            {
                _length = _isLineEmpty ? 0 : _length;
                _isLineEmpty = true;
            }
            else if (one != '\r')
            {
                _isLineEmpty = false;
            }
            if (++_length > LoadClient.MostKeptBytes)
            {
                throw new AnswerTooLongException();
            }
        }
        return bytes.Length;
    }
}
