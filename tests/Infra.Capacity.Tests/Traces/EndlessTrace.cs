namespace Infra.Capacity.Tests.Traces;

/// <summary>A trace with a request for every second, as long as somebody reads; it allocates nothing itself.</summary>
internal sealed class EndlessTrace : Stream
{
    private readonly byte[] _line = new byte[64];
    private int _at;
    private int _end;
    private long _second = -1;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == _end)
        {
            _at = 0;
            if (_second < 0)
            {
                "at,input_tokens,output_tokens\n"u8.CopyTo(_line);
                _end = 30;
            }
            else
            {
                _second.TryFormat(_line, out _end);
                ",100,20\n"u8.CopyTo(_line.AsSpan(_end));
                _end += 8;
            }

            _second++;
        }

        var length = Math.Min(count, _end - _at);
        _line.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset));
        _at += length;
        return length;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
