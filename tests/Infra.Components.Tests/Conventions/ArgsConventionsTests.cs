using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Infra.Components.Nodes;
using Infra.Components.Traffic.InferenceExtension;
using Pulumi;

namespace Infra.Components.Tests.Conventions;

/// <summary>Inputs that Pulumi can serialise, under the names that users of other languages expect.</summary>
public sealed partial class ArgsConventionsTests
{
    public static TheoryData<Type> Args => [.. Classes];

    private static IEnumerable<Type> Classes =>
        typeof(GpuNodePoolArgs).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(InputArgs)));

    [Theory]
    [MemberData(nameof(Args))]
    public void Every_property_is_an_input_by_its_own_name(Type args) => Assert.All(
        InputProperties.Of(args),
        property => Assert.Equal((property.Name, OwnName(property)), (property.Name, InputProperties.Name(property))));

    [Theory]
    [MemberData(nameof(Args))]
    public void Every_input_has_a_type_that_Pulumi_serialises(Type args) => Assert.All(
        InputProperties.Of(args),
        property => Assert.True(InputProperties.IsSerialisable(property.PropertyType), $"{property.Name} is a {property.PropertyType}"));

    [Theory]
    [MemberData(nameof(Args))]
    public void What_the_compiler_requires_Pulumi_requires_too(Type args) => Assert.All(
        InputProperties.Of(args).Where(property => property.IsDefined(typeof(RequiredMemberAttribute))),
        property => Assert.True(InputProperties.IsRequired(property), $"{property.Name} lacks required: true"));

    [Theory]
    [InlineData(typeof(long))]
    [InlineData(typeof(decimal))]
    [InlineData(typeof(TimeSpan))]
    [InlineData(typeof(Core.Nodes.Taint))]
    [InlineData(typeof(Dictionary<int, string>))]
    [InlineData(typeof(InputList<long>))]
    [InlineData(typeof(HashSet<string>))]
    public void Types_that_throw_at_registration_are_noticed(Type type) => Assert.False(InputProperties.IsSerialisable(type));

    [Fact]
    public void The_assembly_has_args_to_look_at() => Assert.Contains(typeof(GpuNodePoolArgs), Classes);

    // What Kubernetes adds to OpenAPI can't be a name in C#.
    private static string OwnName(PropertyInfo property) => property.DeclaringType == typeof(SchemaArgs) && InputProperties.Name(property)!.StartsWith(Extension, StringComparison.Ordinal)
        ? $"{Extension}{string.Join('-', Words().Matches(property.Name).Select(word => word.Value.ToLowerInvariant()))}"
        : InputProperties.CamelCase(property.Name);

    private const string Extension = "x-kubernetes-";

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Words();
}
