using System.Text;
using Infra.Planning.Rendering;

namespace Infra.Cli;

/// <summary>Where a command writes: its result to <see cref="Out"/>, everything else to <see cref="Error"/>; and what it may read.</summary>
internal sealed class Terminal(TextChannel output, TextChannel error, Func<Stream> openInput)
{
    public TextChannel Out { get; } = output;

    public TextChannel Error { get; } = error;

    /// <summary>Whether somebody sits there who can be asked.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Standard input.</summary>
    public Stream OpenInput() => openInput();

    public static Terminal OfProcess()
    {
        var colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(
            new TextChannel(Writer(Console.OpenStandardOutput(), autoFlush: false), colour && !Console.IsOutputRedirected),
            new TextChannel(Writer(Console.OpenStandardError(), autoFlush: true), colour && !Console.IsErrorRedirected),
            Console.OpenStandardInput)
        {
            CanAsk = !Console.IsInputRedirected && !Console.IsErrorRedirected,
        };
    }

    /// <summary>One line that says what is wrong, and one for each thing to do about it.</summary>
    public void Failure(string message, params IEnumerable<string> nextSteps)
    {
        Error.Line($"error: {message}", TextRole.Error);
        foreach (var step in nextSteps)
        {
            Error.Line($"  {step}");
        }
    }

    private static StreamWriter Writer(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = autoFlush };
}
