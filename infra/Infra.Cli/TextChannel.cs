using Infra.Core.Configuration;
using Infra.Planning.Rendering;
using Spectre.Console;

namespace Infra.Cli;

/// <summary>One of a process's two streams. Colour is only ever added on a terminal; without it, text goes out byte for byte.</summary>
internal sealed class TextChannel
{
    private readonly IAnsiConsole? _console;

    public TextChannel(TextWriter writer, bool colour)
    {
        Writer = writer;
        if (colour)
        {
            _console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Out = new AnsiConsoleOutput(writer) });
            // The terminal wraps better than a library that doesn't know where a name ends.
            _console.Profile.Width = short.MaxValue;
        }
    }

    public TextWriter Writer { get; }

    /// <summary>Whether it is a terminal that colours and moves its cursor.</summary>
    public bool IsTerminal => _console is not null;

    public void Lines(IEnumerable<TextLine> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
    }

    public void Line(string text, TextRole role = TextRole.Plain) => Line(TextLine.Of(text, role));

    /// <summary>Says how far something is: on a terminal in the place of what was said before, elsewhere in a line of its own.</summary>
    public void Status(string text)
    {
        if (IsTerminal)
        {
            Writer.Write($"\r\u001b[2K{Shown.OnTerminal(text)}");
        }
        else
        {
            Line(text);
        }
    }

    /// <summary>There is nothing more to say: the next line begins where that stood.</summary>
    public void EndStatus()
    {
        if (IsTerminal)
        {
            Writer.Write("\r\u001b[2K");
        }
    }

    private void Line(TextLine line)
    {
        if (_console is null)
        {
            Writer.WriteLine(Shown.OnTerminal(line.ToString()));
            return;
        }
        foreach (var segment in line.Segments)
        {
            _console.Write(new Text(Shown.OnTerminal(segment.Text), TextStyles.Of(segment.Role)));
        }
        Writer.WriteLine();
    }
}
