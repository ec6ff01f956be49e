using System;
using System.Linq;

namespace CloudflareAiGateway.Client.Tests;

internal static class Graphs
{
    public const string Start = """{"id":"start","type":"start","outputs":{"next":{"elementId":"m"}}}""";
    public const string End = """{"id":"end","type":"end","outputs":{}}""";
    public const string Model = """{"id":"m","type":"model","properties":{"provider":"openai","model":"gpt-4o-mini","retries":1,"timeout":30000},"outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"end"}}}""";

    /// <summary>start → m → end.</summary>
    public const string Simple = $"[{Start},{Model},{End}]";

    /// <summary>Reads a graph; START, MODEL and END in it stand for the elements above.</summary>
    public static AiGatewayRouteElement[] Read(string json) => RouteElementReader.ReadList(RouteGraphJson.Read(
        json.Replace("START", Start, StringComparison.Ordinal).Replace("MODEL", Model, StringComparison.Ordinal).Replace("END", End, StringComparison.Ordinal)))!;

    public static AiGatewayRouteElement ReadOne(string json) => Read($"[{json}]").Single();

    public static string Write(AiGatewayRouteElement element) => RouteGraphJson.Body([element])["elements"]![0]!.ToJsonString(WireJson.Options);

    /// <summary>The graph with another model.</summary>
    public static string With(string model) => Simple.Replace("gpt-4o-mini", model, StringComparison.Ordinal);

    /// <summary>A graph as it stands in a text member.</summary>
    public static string AsText(string graph) => System.Text.Json.JsonSerializer.Serialize(graph);
}
