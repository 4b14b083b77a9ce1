namespace Infra.Cli.Stacks;

/// <summary>Asks whoever sits at the terminal.</summary>
internal static class Question
{
    /// <summary>The answer, without blanks around it; empty where there is none. Whoever is stopped while he waits isn't waited for.</summary>
    public static async Task<string> AskAsync(Terminal terminal, string question, CancellationToken stop)
    {
        terminal.Error.Writer.Write($"{question} ");
        terminal.Error.Writer.Flush();
        var reading = Task.Run(() =>
        {
            using var input = new StreamReader(terminal.OpenInput(), leaveOpen: true);
            return input.ReadLine();
        }, CancellationToken.None);
        return (await reading.WaitAsync(stop))?.Trim() ?? "";
    }

    /// <summary>Whether the answer is yes.</summary>
    public static async Task<bool> IsAgreedAsync(Terminal terminal, string question, CancellationToken stop) =>
        await AskAsync(terminal, $"{question} [y/N]", stop) is "y" or "Y" or "yes" or "Yes" or "YES";

    /// <exception cref="UsageException">Nobody can answer.</exception>
    public static void Require(Terminal terminal, bool isAnswered, string command, string option)
    {
        if (!isAnswered && !terminal.CanAsk)
        {
            throw new UsageException($"'{command}' asks before it goes on, and there is no terminal to ask on", $"Say yes beforehand: {option}");
        }
    }
}
