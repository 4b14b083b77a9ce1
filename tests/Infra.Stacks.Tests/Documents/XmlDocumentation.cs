using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Infra.Stacks.Tests.Documents;

/// <summary>The summaries that the compiler writes beside an assembly, as one line of Markdown; empty where there is none.</summary>
internal static partial class XmlDocumentation
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement?>> _files = new();

    public static string Of(Type type) => Summary(type.Assembly, $"T:{type.FullName}");

    public static string Of(PropertyInfo property) => Summary(property.DeclaringType!.Assembly, $"P:{property.DeclaringType.FullName}.{property.Name}");

    public static string OfMember(Type enumeration, string member) => Summary(enumeration.Assembly, $"F:{enumeration.FullName}.{member}");

    private static string Summary(Assembly assembly, string id) => Line(_files.GetOrAdd(assembly, Read).GetValueOrDefault(id));

    private static Dictionary<string, XElement?> Read(Assembly assembly) => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary"));

    private static string Line(XElement? summary) =>
        summary is null ? "" : Blanks().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        _ => throw new NotSupportedException($"'{node}' has no form in the documentation of the configuration."),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
