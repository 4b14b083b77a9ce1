using Infra.TestKit;

namespace Pulumi.Conformance.Tests;

/// <summary>The checked-in document of the surface, and what no list of the packages' API tells of it.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void The_document_is_what_the_assemblies_have() =>
        Golden.MatchDocument(SurfaceDocument.Of(PackageUnderTest.All), SurfaceDocument.File);

    [Fact]
    public void The_document_shows_constraints_wire_names_and_tokens() => Assert.Equal(
        [
            "class SampleSurface<T> : CustomResource where T : Resource, new()  token sample:index:Surface",
            "    SampleSurface()",
            "    Input<string> Name { get; set; }  = title  required",
            "    Input<string>? Other { get; set; }  json",
            "    void Use<TArgs>(TArgs args) where TArgs : struct",
        ],
        SurfaceType.Of(typeof(SampleSurface<>)).Lines);

    /// <summary>The list of the core leaves constraints out; a comment beside it says that these are all.</summary>
    [Fact]
    public void The_core_constrains_stack_types_and_nothing_else()
    {
        var constrained =
            from type in ReflectedAssembly.PublicTypes(PackageUnderTest.Core.Assembly)
            from method in type.GetMethods()
            let constraints = ConstraintDisplay.Of(method.GetGenericArguments())
            where method.DeclaringType == type && constraints.Length > 0
            orderby method.Name, method.GetParameters().Length
            select $"{type.Name}.{method.Name}({method.GetParameters().Length}){constraints}";

        Assert.Equal(
            [
                "Deployment.RunAsync(0) where TStack : Stack, new()",
                "Deployment.RunAsync(1) where TStack : Stack",
                "Deployment.TestAsync(2) where TStack : Stack, new()",
                "Deployment.TestWithServiceProviderAsync(3) where TStack : Stack",
            ],
            constrained);
        Assert.All(ReflectedAssembly.PublicTypes(PackageUnderTest.Core.Assembly), type => Assert.Equal("", ConstraintDisplay.Of(type.GetGenericArguments())));
    }

    /// <summary>A deprecated member would be an error in the build against the packages, where warnings are errors.</summary>
    [SkippableFact]
    public void No_member_of_the_schemas_is_deprecated_in_the_package()
    {
        SharedFacts.Require("pulumi-api");
        var deprecated = AwsListReader.Deprecated(SharedFacts.ReadLines("pulumi-api/aws.api.txt"));
        Assert.NotEmpty(deprecated);

        var used = ReflectedAssembly.PublicTypes(PackageUnderTest.Aws.Assembly)
            .Select(type => ReflectedAssembly.Read(type, qualified: true))
            .SelectMany(type => type.Wire.Keys.Select(member => $"{type.FullName}.{member}"))
            .Where(deprecated.Contains);

        Assert.Equal([], used);
    }
}
