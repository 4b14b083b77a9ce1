namespace Pulumi.SchemaGenerator.Tests;

public sealed class BadSchemaTests
{
    [Theory]
    [InlineData("", 1, "$: the document ends too early.")]
    [InlineData("{} x", 1, "$: nothing may follow the document.")]
    [InlineData("{ \"name\": \"a\", \"name\": \"b\" }", 1, "$: 'name' is given twice.")]
    [InlineData("{ \"name\": nul }", 1, "$: 'n' does not start a value.")]
    [InlineData("{ \"name\" \"a\" }", 1, "$: expected ':', found '\"'.")]
    [InlineData("{ \"nam\": \"a\" }", 1, "$.nam: 'nam' is not supported here; supported are: name, version, meta, language, provider, resources, functions, types.")]
    [InlineData("{ \"name\": \"a\", \"version\": \"1\" }", 1, "$: 'provider' is missing.")]
    [InlineData("{ \"name\": 1,\n \"version\": \"1\", \"provider\": {} }", 1, "$.name: must be a string.")]
    public void A_document_that_is_no_schema_is_refused(string schema, int line, string message) => AssertRefused(schema, line, message);

    [Theory]
    [InlineData("\"x\": { \"type\": \"int\" }", "", "$.resources['a:b:C'].inputProperties.x.type: 'int' is not a type; types are string, boolean, integer, number, array and object.")]
    [InlineData("\"x\": { \"$ref\": \"#/types/a:b:D\" }", "", "$.resources['a:b:C'].inputProperties.x['$ref']: '#/types/a:b:D' is not declared; add it to 'types'.")]
    [InlineData("\"x\": { \"type\": \"array\" }", "", "$.resources['a:b:C'].inputProperties.x: 'items' is missing.")]
    [InlineData("\"x\": { \"type\": \"string\", \"secert\": true }", "", "$.resources['a:b:C'].inputProperties.x.secert: 'secert' is not supported here; supported are: type, $ref, items, additionalProperties, oneOf, const, default, defaultInfo, secret, language.")]
    [InlineData("\"x\": { \"type\": \"integer\", \"default\": 3 }", "", "$.resources['a:b:C'].inputProperties.x.default: only a string or a boolean can be a default.")]
    [InlineData("\"x\": { \"type\": \"string\" }", "\"y\"", "$.resources['a:b:C'].requiredInputs[0]: there is no property 'y'.")]
    public void A_bad_property_is_refused_with_its_path(string property, string required, string message) => AssertRefused(
        $$"""
        { "name": "a", "version": "1", "provider": {},
          "resources": { "a:b:C": { "inputProperties": { {{property}} }, "requiredInputs": [{{required}}] } } }
        """,
        2,
        message);

    [Fact]
    public void A_token_without_three_parts_is_refused() => AssertRefused(
        """{ "name": "a", "version": "1", "provider": {}, "resources": { "a:C": {} } }""",
        1,
        "$.resources['a:C']: 'a:C' is not a token of the form package:module:Name.");

    [Theory]
    [InlineData("{ \"name\": \"old\" }", "$.resources['a:b:C'].aliases[0].name: 'name' is not supported here; supported are: type.")]
    [InlineData("{}", "$.resources['a:b:C'].aliases[0]: 'type' is missing.")]
    public void An_alias_is_a_former_type(string alias, string message) => AssertRefused(
        $$"""{ "name": "a", "version": "1", "provider": {}, "resources": { "a:b:C": { "aliases": [{{alias}}] } } }""", 1, message);

    [Fact]
    public void A_type_that_nothing_refers_to_is_refused() => AssertRefused(
        """{ "name": "a", "version": "1", "provider": {}, "types": { "a:b:C": { "type": "object" } } }""",
        1,
        "$.types['a:b:C']: nothing refers to this type; remove it.");

    private static void AssertRefused(string schema, int line, string message)
    {
        var diagnostic = Assert.Single(GeneratedPackage.From(schema).Diagnostics);
        Assert.Equal("PSG001", diagnostic.Id);
        Assert.Equal(message, diagnostic.GetMessage());
        Assert.Equal(GeneratedPackage.SchemaPath, diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(line, diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1);
    }
}
