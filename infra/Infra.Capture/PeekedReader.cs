namespace Infra.Capture;

/// <summary>A text whose start is known before it is read: standard input can't be read twice.</summary>
internal sealed class PeekedReader : TextReader
{
    /// <summary>More than enough for the first key of a document.</summary>
    private const int Length = 4096;

    private readonly TextReader _rest;
    private int _next;

    public PeekedReader(TextReader reader)
    {
        _rest = reader;
        var start = new char[Length];
        Start = new string(start, 0, reader.ReadBlock(start, 0, Length));
    }

    public string Start { get; }

    public override int Peek() => _next < Start.Length ? Start[_next] : _rest.Peek();

    public override int Read() => _next < Start.Length ? Start[_next++] : _rest.Read();

    public override int Read(char[] buffer, int index, int count)
    {
        var ready = Math.Min(count, Start.Length - _next);
        if (ready == 0)
        {
            return _rest.Read(buffer, index, count);
        }

        Start.CopyTo(_next, buffer, index, ready);
        _next += ready;
        return ready;
    }
}
