using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Planning.Json;

/// <summary>
/// The JSON form of a plan. An unknown is <c>{"$unknown": true}</c> and a secret <c>{"$secret": true}</c> in the place
/// of the value, an asset <c>{"$asset": …}</c>, an archive <c>{"$archive": …}</c>; a real property of such a name gets one more <c>$</c> in front. Timeouts are seconds, as in Pulumi's
/// state. The same plan always gives the same bytes: keys of values in ordinal order, resources in registration order.
/// </summary>
public static class PlanJson
{
    public static void Write(Plan plan, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(writer);

        // Newtonsoft takes the line break from the writer, whose default differs between systems.
        var newLine = writer.NewLine;
        writer.NewLine = "\n";
        using (var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, Indentation = 2, CloseOutput = false })
        {
            PlanWriter.Write(json, plan);
        }

        writer.WriteLine();
        writer.NewLine = newLine;
    }

    public static string ToText(Plan plan)
    {
        using var writer = new StringWriter();
        Write(plan, writer);
        return writer.ToString();
    }

    /// <exception cref="PlanFormatException">The text is not JSON, or not a plan.</exception>
    public static Plan Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);

        using var json = new StrictJsonReader(reader);
        return PlanReader.Read(json);
    }
}
