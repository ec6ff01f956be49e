using System;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>A payment for credit.</summary>
/// <param name="Id">Its id, which is that of its invoice.</param>
/// <param name="Cents">The amount.</param>
/// <param name="Created">When it was begun.</param>
/// <param name="Due">When it goes through; null for never.</param>
internal sealed record BillingPayment(string Id, long Cents, DateTimeOffset Created, DateTimeOffset? Due)
{
    public static BillingPayment From(StoredDocument document)
    {
        JsonNode stored = JsonNode.Parse(document.Json.Span)!;
        return new BillingPayment(document.Id, (long)stored["cents"]!, document.CreatedAt, Read((string?)stored["due"]));
    }

    public StoredDocument ToDocument()
    {
        var stored = new JsonObject { ["cents"] = Cents, ["due"] = Due?.ToString("O", CultureInfo.InvariantCulture) };
        return new StoredDocument(Id, Created, JsonBody.Write(stored, static (writer, node) => node.WriteTo(writer)));
    }

    /// <summary>The payment's invoice.</summary>
    public JsonObject ToInvoice(bool isPaid) => new()
    {
        ["id"] = Id,
        ["amount_due"] = Cents,
        ["amount_paid"] = isPaid ? Cents : 0,
        ["amount_remaining"] = isPaid ? 0 : Cents,
        ["attempt_count"] = 1,
        ["attempted"] = true,
        ["auto_advance"] = false,
        ["created"] = Created.ToUnixTimeSeconds(),
        ["created_by"] = "api",
        ["currency"] = "usd",
        ["description"] = "AI Gateway credits",
        ["invoice_origin"] = "manual",
        ["invoice_pdf"] = null,
        ["status"] = isPaid ? "paid" : "open",
    };

    private static DateTimeOffset? Read(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
