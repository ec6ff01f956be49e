using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>The custom providers of an account, for their endpoints and for the host through which models are called.</summary>
internal static class CustomProviderTable
{
    /// <summary>What gateways put in front of a slug.</summary>
    public const string Prefix = "custom-";

    public static DocumentTable Of(StateTables tables, string accountId) => tables.Table("custom_providers", accountId);

    /// <summary>The provider of a slug, whether it is on or not.</summary>
    public static StoredDocument? FindDocument(StateTables tables, string accountId, string slug)
    {
        foreach (StoredDocument document in Of(tables, accountId).InOrder)
        {
            if (document.Members().Text("slug") == slug)
            {
                return document;
            }
        }

        return null;
    }

    /// <summary>The provider of a slug, whether it is on or not.</summary>
    /// <param name="tables">The resources.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="slug">The slug, without <c>custom-</c>.</param>
    public static CustomProviderEntry? Find(StateTables tables, string accountId, string slug)
    {
        if (FindDocument(tables, accountId, slug) is not StoredDocument document)
        {
            return null;
        }

        JsonObject members = document.Members();
        return new CustomProviderEntry(document.Id, slug, members.Text("base_url")!, members.Flag("enable"), ReadHeaders(members.Text("headers")));
    }

    /// <summary>Whether a text is what the API takes for headers: an object of texts.</summary>
    public static bool AreHeaders(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Dictionary<string, string> ReadHeaders(string? text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (text is not null && AreHeaders(text))
        {
            using JsonDocument document = JsonDocument.Parse(text);
            foreach (JsonProperty header in document.RootElement.EnumerateObject())
            {
                headers[header.Name] = header.Value.ToString();
            }
        }

        return headers;
    }
}
