namespace Infra.Capacity.Traces;

/// <summary>The lines of a text in a buffer of fixed size, however long the text is: a line that doesn't fit is refused.</summary>
internal sealed class TraceLines(TextReader text)
{
    /// <summary>A request with the blocks of a very long prompt has some thousand characters.</summary>
    public const int MostCharacters = 1 << 16;

    // With room for a line break that ends in two characters.
    private readonly char[] _buffer = new char[MostCharacters + 2];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The number of <see cref="Current"/>, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The line, valid until the next one is read.</summary>
    public ReadOnlyMemory<char> Current { get; private set; }

    /// <summary>Goes to the next line that isn't blank.</summary>
    /// <exception cref="TraceFormatException">It is too long, or no text.</exception>
    public bool Next()
    {
        while (NextOfAll())
        {
            if (Current.Span.ContainsAny('\uFFFD', '\0'))
            {
                throw new TraceFormatException(Number, "this isn't UTF-8 text; allowed: UTF-8, or UTF-16 with a byte order mark, compressed with gzip or not");
            }

            if (!Current.Span.IsWhiteSpace())
            {
                return true;
            }
        }

        return false;
    }

    private bool NextOfAll()
    {
        var searched = _start;
        while (true)
        {
            var at = _buffer.AsSpan(searched, _end - searched).IndexOf('\n');
            if (at >= 0)
            {
                return Take(searched + at, searched + at + 1);
            }

            if (_isAtEnd)
            {
                return _end > _start && Take(_end, _end);
            }

            searched = _end;
            searched -= Fill();
        }
    }

    private bool Take(int end, int next)
    {
        Number++;
        var length = end - _start;
        if (length > 0 && _buffer[end - 1] == '\r')
        {
            length--;
        }

        RequireFits(length);
        Current = _buffer.AsMemory(_start, length);
        _start = next;
        return true;
    }

    // Returns by how much the characters moved to the front.
    private int Fill()
    {
        var moved = _start;
        if (moved > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - moved);
        }

        if (_end == _buffer.Length)
        {
            Number++;
            RequireFits(_end);
        }

        var count = Read();
        _end += count;
        _isAtEnd = count == 0;
        return moved;
    }

    private int Read()
    {
        try
        {
            return text.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (InvalidDataException damaged)
        {
            throw new TraceFormatException(0, $"the compressed data is damaged after line {Number}", damaged);
        }
    }

    private void RequireFits(int length)
    {
        if (length > MostCharacters)
        {
            throw new TraceFormatException(Number, $"the line has more than {MostCharacters:N0} characters; a request is one line, and every request has its own");
        }
    }
}
