namespace Pulumi.SchemaGenerator.Tests;

/// <summary>A package with one of everything.</summary>
internal static class ExampleSchema
{
    public const string Text = """
        {
          "name": "example",
          "version": "1.2.3",
          "meta": { "moduleFormat": "(.*)(?:/[^/]*)" },
          "provider": {
            "inputProperties": {
              "password": { "type": "string", "secret": true },
              "region": { "type": "string", "defaultInfo": { "environment": ["EXAMPLE_REGION", "REGION"] } },
              "strict": { "type": "boolean", "default": true }
            },
            "properties": { "password": { "type": "string", "secret": true }, "region": { "type": "string" } }
          },
          "resources": {
            "example:disk/volume:Volume": {
              "inputProperties": {
                "labels": { "type": "object", "additionalProperties": { "type": "string" } },
                "mode": { "oneOf": [{ "type": "string" }, { "$ref": "#/types/example:disk/Mode:Mode" }] },
                "parts": { "type": "array", "items": { "$ref": "#/types/example:disk/Part:Part" } },
                "size": { "type": "integer" },
                "volume": { "type": "string", "language": { "csharp": { "name": "VolumeName" } } }
              },
              "requiredInputs": ["parts", "size"],
              "properties": {
                "labels": { "type": "object", "additionalProperties": { "type": "string" } },
                "mode": { "oneOf": [{ "type": "string" }, { "$ref": "#/types/example:disk/Mode:Mode" }] },
                "parts": { "type": "array", "items": { "$ref": "#/types/example:disk/Part:Part" } },
                "size": { "type": "integer" },
                "volume": { "type": "string", "language": { "csharp": { "name": "VolumeName" } } }
              },
              "required": ["size"],
              "aliases": [{ "type": "example:disk/volumeV1:VolumeV1" }, { "type": "example:block/volume:Volume" }]
            }
          },
          "functions": {
            "example:disk/getVolume:getVolume": {
              "inputs": {
                "properties": {
                  "filters": { "type": "array", "items": { "$ref": "#/types/example:disk/getVolumeFilter:getVolumeFilter" } },
                  "name": { "type": "string" }
                },
                "required": ["name"]
              },
              "outputs": { "properties": { "size": { "type": "integer" } }, "required": ["size"] }
            }
          },
          "types": {
            "example:disk/Mode:Mode": { "type": "string", "enum": [{ "name": "ReadOnly", "value": "read-only" }] },
            "example:disk/Part:Part": {
              "type": "object",
              "properties": { "first": { "type": "integer" }, "namespace": { "type": "string" }, "share": { "type": "number" } },
              "required": ["first"],
              "language": { "nodejs": { "requiredOutputs": ["share"] } }
            },
            "example:disk/getVolumeFilter:getVolumeFilter": {
              "type": "object",
              "properties": { "values": { "type": "array", "items": { "type": "string" } } },
              "required": ["values"]
            }
          }
        }
        """;
}
