using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// What an account has paid and used. Credit is what it began with and the payments that have gone through by now, less what Unified
/// Billing paid for. Amounts are cents.
/// </summary>
internal sealed class BillingAccount(EmulatorServices services, StateTables tables, string accountId, DateTimeOffset now)
{
    private const string Settings = "billing";
    private const string Payments = "billing-payments";

    public JsonObject? Setting(string name) =>
        tables.Table(Settings, accountId).Find(name) is StoredDocument document ? JsonNode.Parse(document.Json.Span)!.AsObject() : null;

    public void Put(string name, JsonObject value) => tables.Table(Settings, accountId).Put(new StoredDocument(name, now, Write(value)));

    public void Remove(string name) => tables.Table(Settings, accountId).Remove(name);

    /// <summary>Begins a payment.</summary>
    public BillingPayment Pay(string id, long cents)
    {
        DateTimeOffset? due = services.Behaviour.PaymentNeedsConfirmation ? null : now.AddSeconds(services.Behaviour.PaymentSeconds);
        var payment = new BillingPayment(id, cents, now, due);
        tables.Table(Payments, accountId).Put(payment.ToDocument());
        return payment;
    }

    public BillingPayment? Find(string id) =>
        tables.Table(Payments, accountId).Find(id) is StoredDocument document ? BillingPayment.From(document) : null;

    /// <summary>All payments, newest first.</summary>
    public List<BillingPayment> NewestFirst()
    {
        var payments = new List<BillingPayment>();
        foreach (StoredDocument document in tables.Table(Payments, accountId).InOrder)
        {
            payments.Insert(0, BillingPayment.From(document));
        }

        return payments;
    }

    public bool IsPaid(BillingPayment payment) => payment.Due <= now;

    /// <summary>Whether anything was ever paid.</summary>
    public bool HasPaid => NewestFirst().Exists(IsPaid);

    /// <summary>What is left of the credit; it does not go below zero.</summary>
    public double Balance
    {
        get
        {
            if (services.Behaviour.NoCredits)
            {
                return 0;
            }

            double balance = services.Behaviour.StartCredit * 100;
            foreach (BillingPayment payment in NewestFirst())
            {
                balance += IsPaid(payment) ? payment.Cents : 0;
            }

            return Math.Max(0, Math.Round(balance - (services.PaidUses.Total(accountId) * 100), 4));
        }
    }

    /// <summary>What Unified Billing paid for.</summary>
    public IReadOnlyList<PaidUse> Usage(DateTimeOffset from, DateTimeOffset until) => services.PaidUses.Between(accountId, from, until);

    private static ReadOnlyMemory<byte> Write(JsonObject value) => JsonBody.Write(value, static (writer, node) => node.WriteTo(writer));
}
