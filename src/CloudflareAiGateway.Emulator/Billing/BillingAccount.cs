using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// What an account has paid and used. Credit comes from payments that have gone through by now; what was used are the log rows that
/// Unified Billing paid for (<c>wholesale</c>). Amounts are cents.
/// </summary>
internal sealed class BillingAccount(ApiCall call, LogStore logs)
{
    private const string Settings = "billing";
    private const string Payments = "billing-payments";

    public JsonObject? Setting(string name) =>
        call.Tables.Table(Settings, call.AccountId).Find(name) is StoredDocument document ? JsonNode.Parse(document.Json.Span)!.AsObject() : null;

    public void Put(string name, JsonObject value) => call.Tables.Table(Settings, call.AccountId).Put(new StoredDocument(name, call.Now, Write(value)));

    public void Remove(string name) => call.Tables.Table(Settings, call.AccountId).Remove(name);

    /// <summary>Begins a payment.</summary>
    public BillingPayment Pay(string id, long cents)
    {
        DateTimeOffset? due = call.Behaviour.PaymentNeedsConfirmation ? null : call.Now.AddSeconds(call.Behaviour.PaymentSeconds);
        var payment = new BillingPayment(id, cents, call.Now, due);
        call.Tables.Table(Payments, call.AccountId).Put(payment.ToDocument());
        return payment;
    }

    public BillingPayment? Find(string id) =>
        call.Tables.Table(Payments, call.AccountId).Find(id) is StoredDocument document ? BillingPayment.From(document) : null;

    /// <summary>All payments, newest first.</summary>
    public List<BillingPayment> NewestFirst()
    {
        var payments = new List<BillingPayment>();
        foreach (StoredDocument document in call.Tables.Table(Payments, call.AccountId).InOrder)
        {
            payments.Insert(0, BillingPayment.From(document));
        }

        return payments;
    }

    public bool IsPaid(BillingPayment payment) => payment.Due <= call.Now;

    /// <summary>Whether anything was ever paid.</summary>
    public bool HasPaid => NewestFirst().Exists(IsPaid);

    /// <summary>What is left of the credit; it does not go below zero.</summary>
    public double Balance
    {
        get
        {
            double balance = 0;
            foreach (BillingPayment payment in NewestFirst())
            {
                balance += IsPaid(payment) ? payment.Cents : 0;
            }

            foreach (LogRow row in Usage(DateTimeOffset.MinValue, DateTimeOffset.MaxValue))
            {
                balance -= row.Cost * 100;
            }

            return Math.Max(0, Math.Round(balance, 4));
        }
    }

    /// <summary>The rows that Unified Billing paid for.</summary>
    public IEnumerable<LogRow> Usage(DateTimeOffset from, DateTimeOffset until)
    {
        long first = from == DateTimeOffset.MinValue ? long.MinValue : from.ToUnixTimeMilliseconds();
        long last = until == DateTimeOffset.MaxValue ? long.MaxValue : until.ToUnixTimeMilliseconds();
        foreach (StoredDocument gateway in GatewayEndpoints.Table(call.Tables, call.AccountId).InOrder)
        {
            LogTable table = logs.Table(call.AccountId, gateway.Id);
            for (int i = 0; i < table.Count; i++)
            {
                LogRow row = table[i];
                if (row.Has(LogFlags.Wholesale) && !double.IsNaN(row.Cost) && row.CreatedAt >= first && row.CreatedAt < last)
                {
                    yield return row;
                }
            }
        }
    }

    private static ReadOnlyMemory<byte> Write(JsonObject value) => JsonBody.Write(value, static (writer, node) => node.WriteTo(writer));
}
