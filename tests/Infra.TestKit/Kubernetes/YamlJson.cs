using System.Globalization;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.TestKit.Kubernetes;

/// <summary>Reads YAML as JSON, with the types of plain scalars as Kubernetes reads them.</summary>
public static class YamlJson
{
    public static JObject Read(string file)
    {
        using var reader = File.OpenText(file);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (JObject)Convert(yaml.Documents[0].RootNode);
    }

    private static JToken Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JObject(map.Children.Select(child => new JProperty(((YamlScalarNode)child.Key).Value!, Convert(child.Value)))),
        YamlSequenceNode list => new JArray(list.Children.Select(Convert)),
        YamlScalarNode scalar => Scalar(scalar),
        _ => throw new InvalidOperationException($"{node.Start}: unexpected {node.GetType().Name}"),
    };

    private static JValue Scalar(YamlScalarNode scalar) => (scalar.Style, scalar.Value!) switch
    {
        (not ScalarStyle.Plain, var text) => new JValue(text),
        (_, "true" or "false") => new JValue(scalar.Value == "true"),
        (_, "" or "null" or "~") => JValue.CreateNull(),
        (_, var text) when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => new JValue(integer),
        (_, var text) when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new JValue(number),
        (_, var text) => new JValue(text),
    };
}
