using System.Reflection;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.TestKit;

namespace Infra.Stacks.Tests.Settings;

/// <summary>What each pattern and each rule of names says of a wrong text, whole: a user reads nothing else about it.</summary>
public sealed class DescribedRulesTests
{
    private const string Wrong = "§";

    [Fact]
    public void Every_pattern_says_what_is_allowed()
    {
        var messages = new List<string>();
        Walk(ConfigShape.Of<PlatformSettings>(), "", messages, []);

        Assert.NotEmpty(messages);
        Golden.Match(string.Join('\n', messages) + "\n", "PatternMessages.txt");
    }

    [Fact]
    public void Every_rule_of_names_does() => Golden.Match(
        string.Concat(typeof(NameRules).GetProperties(BindingFlags.Public | BindingFlags.Static).OrderBy(rule => rule.Name, StringComparer.Ordinal)
            .Select(rule => $"{rule.Name}: {((NameRule)rule.GetValue(null)!).Problem(Wrong + '\n')}\n")),
        "NameRuleMessages.txt");

    private static void Walk(ConfigShape shape, string path, List<string> messages, HashSet<Type> met)
    {
        switch (shape)
        {
            case ConfigShape.List { Entries: var entries }:
                Walk(entries, path + "[0]", messages, met);
                break;
            case ConfigShape.Map { Entries: var entries }:
                Walk(entries, path + ".key", messages, met);
                break;
            case ConfigShape.Record { Keys: var keys } when met.Add(shape.Type):
                foreach (var key in keys)
                {
                    messages.AddRange(key.Constraints.OfType<MatchesAttribute>().Select(pattern => $"{path}.{key.Name}: {Message(key, pattern)}"));
                    Walk(key.Shape, $"{path}.{key.Name}", messages, met);
                }
                break;
        }
    }

    /// <summary>As the binder says it of the record with this key alone.</summary>
    private static string Message(ConfigKey key, MatchesAttribute pattern)
    {
        var value = key.Shape switch
        {
            ConfigShape.List => $"[\"{Wrong}\"]",
            ConfigShape.Map => $"{{\"key\": \"{Wrong}\"}}",
            _ => $"\"{Wrong}\"",
        };
        var problems = new ConfigProblems();
        var bind = typeof(ConfigBinder).GetMethod(nameof(ConfigBinder.Bind))!.MakeGenericMethod(key.Property.DeclaringType!);
        bind.Invoke(null, ["k:v", $"{{\"{key.Name}\": {value}}}", problems]);
        return Assert.Single(problems.All, problem => problem.Path.StartsWith($"k:v.{key.Name}", StringComparison.Ordinal) && problem.Message.EndsWith(pattern.Allowed(typeof(string)), StringComparison.Ordinal)).Message;
    }
}
