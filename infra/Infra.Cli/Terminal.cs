using Spectre.Console;

namespace Infra.Cli;

/// <summary>
/// Where a command writes: its result to <see cref="Out"/>, everything else to <see cref="Error"/>. Colour is only ever
/// added on a terminal; without it, the text goes out byte for byte.
/// </summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool outputColour, bool errorColour)
{
    private readonly IAnsiConsole? _output = Colours(output, outputColour);
    private readonly IAnsiConsole? _error = Colours(error, errorColour);

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    public static Terminal OfProcess()
    {
        var colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        var error = new StreamWriter(Console.OpenStandardError()) { NewLine = "\n", AutoFlush = true };
        return new Terminal(output, error, colour && !Console.IsOutputRedirected, colour && !Console.IsErrorRedirected);
    }

    public void Line(string text, Style? style = null) => Write(_output, Out, text, style);

    public void Warning(string message) => Write(_error, Error, $"warning: {message}", new Style(Color.Yellow));

    /// <summary>One line that says what is wrong, and one per thing to do about it.</summary>
    public void Failure(string message, params IEnumerable<string> nextSteps)
    {
        Write(_error, Error, $"error: {message}", new Style(Color.Red));
        foreach (var step in nextSteps)
        {
            Error.WriteLine($"  {step}");
        }
    }

    private static void Write(IAnsiConsole? console, TextWriter writer, string text, Style? style)
    {
        if (console is null || style is null)
        {
            writer.WriteLine(text);
            return;
        }
        console.Write(new Text(text, style));
        writer.WriteLine();
    }

    private static IAnsiConsole? Colours(TextWriter writer, bool colour)
    {
        if (!colour)
        {
            return null;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Out = new AnsiConsoleOutput(writer) });
        // The terminal wraps better than a library that doesn't know where a name ends.
        console.Profile.Width = short.MaxValue;
        return console;
    }
}
