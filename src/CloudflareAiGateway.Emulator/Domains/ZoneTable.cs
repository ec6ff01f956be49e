using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// Which zone holds which names. Zones belong to another API, so the twin learns them: the first hostname under a zone id says what the
/// zone is called, and all later ones have to fit.
/// </summary>
internal static class ZoneTable
{
    /// <summary>The zone of the document's examples, known from the start as example.com.</summary>
    public const string ExampleId = "d56084adb405e0b7e32c52321bf07be6";

    private const string ExampleName = "example.com";

    private static readonly string[] s_secondLevels = ["ac", "co", "com", "edu", "gov", "net", "org"];

    /// <summary>Whether a hostname lies in a zone; a zone that is new gets its name.</summary>
    public static bool TryEnter(ApiCall call, string zoneId, string hostname)
    {
        DocumentTable zones = call.Tables.Table("zones", string.Empty);
        string name = NameOf(zones, zoneId) ?? string.Empty;
        if (name.Length == 0)
        {
            name = Registrable(hostname);
            if (name == ExampleName || OwnerOf(zones, name) is not null)
            {
                return false;
            }

            zones.Put(new System.Text.Json.Nodes.JsonObject { ["id"] = zoneId, ["name"] = name }.ToDocument(zoneId, call.Now));
        }

        return hostname == name || hostname.EndsWith("." + name, StringComparison.Ordinal);
    }

    private static string? NameOf(DocumentTable zones, string zoneId) =>
        zoneId == ExampleId ? ExampleName : zones.Find(zoneId)?.Members().Text("name");

    private static string? OwnerOf(DocumentTable zones, string name)
    {
        foreach (StoredDocument zone in zones.InOrder)
        {
            if (zone.Members().Text("name") == name)
            {
                return zone.Id;
            }
        }

        return null;
    }

    /// <summary>The part of a hostname that one can buy: its last two labels, or three under the likes of co.uk.</summary>
    private static string Registrable(string hostname)
    {
        string[] labels = hostname.Split('.');
        bool hasSecondLevel = labels.Length > 2 && labels[^1].Length == 2 && Array.IndexOf(s_secondLevels, labels[^2]) >= 0;
        IEnumerable<string> last = labels[^Math.Min(labels.Length, hasSecondLevel ? 3 : 2)..];
        return string.Join('.', last);
    }
}
