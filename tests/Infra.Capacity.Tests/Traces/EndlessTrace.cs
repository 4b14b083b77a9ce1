using System.Text;

namespace Infra.Capacity.Tests.Traces;

/// <summary>A trace with a request for every second, as long as somebody reads.</summary>
internal sealed class EndlessTrace : Stream
{
    private byte[] _rest = Encoding.UTF8.GetBytes("at,input_tokens,output_tokens\n");
    private int _at;
    private long _second;

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
        if (_at == _rest.Length)
        {
            (_rest, _at) = (Encoding.UTF8.GetBytes($"{_second++},100,20\n"), 0);
        }

        var length = Math.Min(count, _rest.Length - _at);
        _rest.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset));
        _at += length;
        return length;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
