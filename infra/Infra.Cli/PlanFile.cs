using System.Text;
using Infra.Planning.Json;
using Infra.Planning.Model;

namespace Infra.Cli;

/// <summary>A plan that was written before.</summary>
internal static class PlanFile
{
    private const string StandardInput = "-";

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="option">The option that names the source.</param>
    /// <param name="source">A path, or <c>-</c> for standard input.</param>
    /// <exception cref="UsageException">There is no plan.</exception>
    public static Plan Read(string option, string source, Terminal terminal)
    {
        var name = source == StandardInput ? "standard input" : InputFile.Shown(source);
        try
        {
            using var stream = source == StandardInput ? terminal.OpenInput() : InputFile.Open(option, source);
            // A byte order mark decides: PowerShell writes UTF-16.
            using var text = new StreamReader(stream, _strict, detectEncodingFromByteOrderMarks: true);
            return PlanJson.Read(text);
        }
        catch (PlanFormatException e)
        {
            throw new UsageException(e.MessageFor(name), "A plan is what './run preview ENVIRONMENT --json' writes; docs/plan.md describes it.");
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{name}: not UTF-8 text");
        }
    }
}
