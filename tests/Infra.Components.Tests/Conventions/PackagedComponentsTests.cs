using Infra.Components.Packaging;
using Infra.TestKit;
using Pulumi;

namespace Infra.Components.Tests.Conventions;

/// <summary>What programs in other languages get: everything that Pulumi can describe, and nothing that it can't.</summary>
public sealed class PackagedComponentsTests
{
    public static TheoryData<string> Names => [.. PackagedComponents.All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pulumi_can_describe_a_packaged_component(string name) => Assert.Empty(SchemaProblems.Of(PackagedComponents.All.Single(type => type.Name == name)));

    [Theory]
    [InlineData("EdgePool", "EdgePoolArgs.Accelerator is a DeviceVendor")]
    [InlineData("PredictionStore", "PredictionStore.Password is neither input nor output; PredictionStore.Tls is neither input nor output")]
    public void The_others_say_why_not(string name, string problems) => Assert.Equal(problems, string.Join("; ", SchemaProblems.Of(Others().Single(type => type.Name == name))));

    [Fact]
    public void No_other_is_left_out() => Assert.Equal(2, Others().Count());

    // The schema's token is package:index:class, the program's is written down.
    [Fact]
    public void A_token_is_the_same_in_both_languages()
    {
        var tokens = typeof(Infra.Core.ComponentTypes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], PackagedComponents.All.Select(type => $"{PackagedComponents.Package}:index:{type.Name}").Where(token => !tokens.Contains(token)));
    }

    // Two classes of one name would be one type of the schema, whichever comes first.
    [Fact]
    public void No_two_types_of_the_schema_have_one_name() => Assert.Equal(
        [],
        PackagedComponents.All.SelectMany(SchemaProblems.TypesOf).Distinct().GroupBy(type => type.Name.EndsWith("Args", StringComparison.Ordinal) ? type.Name[..^4] : type.Name)
            .Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(", ", group)}"));

    // The provider makes a component by its first constructor, and takes its arguments by this name.
    [Theory]
    [MemberData(nameof(Names))]
    public void The_provider_finds_its_arguments(string name)
    {
        var constructor = PackagedComponents.All.Single(type => type.Name == name).GetConstructors()[0];

        Assert.Equal(["name", "args", "options"], constructor.GetParameters().Select(parameter => parameter.Name));
        Assert.NotNull(constructor.GetParameters()[1].ParameterType.GetConstructor([]));
    }

    [Fact]
    public void The_page_lists_them() => Assert.Equal(
        PackagedComponents.All.Select(type => type.Name),
        File.ReadAllLines(RepositoryRoot.Combine("docs/other-languages.md")).Single(line => line.StartsWith("`AccessLogBucket`", StringComparison.Ordinal)).Split(", ").Select(name => name.Trim('`', '.')));

    private static IEnumerable<Type> Others() =>
        typeof(PackagedComponents).Assembly.GetTypes().Where(type => typeof(ComponentResource).IsAssignableFrom(type) && !type.IsAbstract).Except(PackagedComponents.All);
}
