using System.Text;
using Infra.Capture;
using Infra.Core;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Cli;

/// <summary>A plan that was written before, by this program or by Pulumi.</summary>
internal static class PlanFile
{
    private const string StandardInput = "-";

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads it, and tells what it has to say.</summary>
    /// <param name="option">The option that names the source.</param>
    /// <param name="source">A path, or <c>-</c> for standard input.</param>
    /// <exception cref="UsageException">There is no plan, or only a part of one: with holes it would mislead.</exception>
    public static CapturedPlan Read(string option, string source, Terminal terminal)
    {
        var name = source == StandardInput ? "standard input" : InputFile.Shown(source);
        var captured = Parse(option, source, name, terminal);
        terminal.Error.Lines(DiagnosticList.Render(captured.Diagnostics));
        if (captured.Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            throw new UsageException($"{name}: the preview failed, so that its plan may have holes");
        }
        if (captured.Omitted > 0)
        {
            throw new UsageException(
                $"{name}: it lacks {Counted.Of(captured.Omitted, "resource")} that the preview would leave as they are",
                "'pulumi preview --json --show-sames' writes all of them.");
        }
        return captured;
    }

    private static CapturedPlan Parse(string option, string source, string name, Terminal terminal)
    {
        try
        {
            using var stream = source == StandardInput ? terminal.OpenInput() : InputFile.Open(option, source);
            // A byte order mark decides: PowerShell writes UTF-16.
            using var text = new StreamReader(stream, _strict, detectEncodingFromByteOrderMarks: true);
            return CapturedPlan.Read(text);
        }
        catch (PlanFormatException e)
        {
            throw new UsageException(
                e.MessageFor(name),
                "A plan is what './run preview ENVIRONMENT --json', 'pulumi preview --json --show-sames' or 'pulumi stack export' writes; docs/plan.md describes it.");
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{name}: not UTF-8 text");
        }
    }
}
