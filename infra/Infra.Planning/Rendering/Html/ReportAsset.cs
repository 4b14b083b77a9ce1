using System.Security.Cryptography;
using System.Text;

namespace Infra.Planning.Rendering.Html;

/// <summary>The page's own style sheet or script. Its hash lets it run where the page's policy forbids every other.</summary>
internal sealed class ReportAsset
{
    private ReportAsset(string element, string text)
    {
        // What ends the element early would be markup, and a policy by hash would then be for another text than the browser reads.
        if (text.Contains("</", StringComparison.Ordinal) || text.Contains("<!--", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"the report's {element} has markup in it");
        }

        Element = element;
        Text = text;
        Hash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
    }

    public static ReportAsset Style { get; } = new("style", Read("report.css"));

    public static ReportAsset Script { get; } = new("script", Read("report.js"));

    public string Element { get; }

    public string Text { get; }

    /// <summary>As a content security policy has it.</summary>
    public string Hash { get; }

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(ReportAsset).Assembly.GetManifestResourceStream($"Infra.Planning.Report.{file}")!);
        return reader.ReadToEnd();
    }
}
